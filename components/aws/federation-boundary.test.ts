import { describe, expect, it } from "vitest";
import { federationBoundary, serializePolicy } from "#core/aws/policy";
import { explicitProviders, mockedClouds } from "../../test/mocked-clouds";
import { registrations, valueOf } from "../../test/mocked-engine";
import { FederationBoundary } from "./federation-boundary";
import type { FederationBoundaryArgs } from "./federation-boundary-args";
import { planFederationBoundary } from "./federation-boundary-plan";

const args: FederationBoundaryArgs = {
  account: { id: "111122223333", name: "Account1" },
  roles: [{ roleName: "Administrator" }, { roleName: "Developer", path: "/entra/" }],
  rolePolicyArns: ["arn:aws:iam::111122223333:policy/Own"],
};
const arn = "arn:aws:iam::111122223333:policy/EntraFederationBoundary";

function rolesOf(count: number): FederationBoundaryArgs["roles"] {
  return Array.from({ length: count }, (_, index) => ({ roleName: `Role-with-a-long-name-${index}` }));
}

describe("FederationBoundary", () => {
  it("registers one managed policy with the boundary of core, known at preview", async () => {
    const arns: unknown[] = [];
    const registered = await registrations(
      async () => {
        arns.push(await valueOf(new FederationBoundary("boundary", args, explicitProviders()).policyArn));
      },
      mockedClouds({ preview: true }),
    );
    const children = registered.filter(({ parent }) => parent === "boundary");
    expect(children.map(({ type, name, provider }) => [type, name, provider])).toEqual([
      ["aws:iam/policy:Policy", "boundary-policy", "the-account"],
    ]);
    expect(children[0]?.inputs).toEqual({
      name: "EntraFederationBoundary",
      description: "Keeps federated administrators from changing the federation with Microsoft Entra ID",
      policy: serializePolicy(
        federationBoundary({
          boundaryArn: arn,
          samlProviderArn: "arn:aws:iam::111122223333:saml-provider/EntraID",
          federatedRoleArns: [
            "arn:aws:iam::111122223333:role/Administrator",
            "arn:aws:iam::111122223333:role/entra/Developer",
          ],
          federatedRolePolicyArns: ["arn:aws:iam::111122223333:policy/Own"],
          provisioningUserArn: "arn:aws:iam::111122223333:user/Svc-EntraProvisioning-Account1",
        }),
      ),
    });
    expect(arns).toEqual([arn]);
  });

  it("refuses names and ARNs of what cannot be there to be protected, all at once", () => {
    const plan = () =>
      planFederationBoundary("boundary", {
        ...args,
        roles: [{ roleName: "Admin*" }, { roleName: "Developer", path: "entra" }],
        rolePolicyArns: ["arn:aws:iam::444455556666:policy/Own"],
        samlProviderName: "Entra ID",
        provisioningUserName: "",
        tags: { "aws:owner": "us" },
      });
    expect(plan).toThrow(
      /FederationBoundary "boundary": 6 errors[\s\S]*roles\[0\]\.roleName {2}\(role-name-characters\)[\s\S]*roles\[1\]\.path {2}[\s\S]*rolePolicyArns\[0\] {2}\(arn-other-account\)[\s\S]*samlProviderName {2}[\s\S]*provisioningUserName {2}[\s\S]*tags\.aws:owner/,
    );
  });

  it("refuses more roles than one managed policy can name", () => {
    expect(() => planFederationBoundary("boundary", { ...args, roles: rolesOf(40) })).not.toThrow();
    expect(() => planFederationBoundary("boundary", { ...args, roles: rolesOf(120) })).toThrow(/boundary-too-long/);
  });
});
