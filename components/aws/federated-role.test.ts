import { describe, expect, it } from "vitest";
import { InvalidArguments } from "#core/problems";
import { explicitProviders, mockedClouds } from "../../test/mocked-clouds";
import { registrations, valueOf } from "../../test/mocked-engine";
import { FederatedRole, planFederatedRole } from "./federated-role";
import type { FederatedRoleArgs } from "./federated-role-args";

const samlProviderArn = "arn:aws:iam::111122223333:saml-provider/EntraID";
const args: FederatedRoleArgs = {
  account: { id: "111122223333", name: "Account1" },
  roleName: "Developer",
  samlProviderArn,
  managedPolicies: ["AmazonS3FullAccess", "arn:aws:iam::111122223333:policy/team/Own"],
  inlinePolicies: {
    ListBuckets: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}]}`,
  },
  permissionsBoundary: "arn:aws:iam::111122223333:policy/Limit",
  path: "/entra/",
  description: "Builds things",
  maxSessionDuration: 14_400,
  tags: { team: "build" },
};

/** Codes and properties of what a plan refuses. */
function refused(change: Partial<FederatedRoleArgs>): string[] {
  try {
    planFederatedRole("dev", { ...args, ...change });
  } catch (refusal) {
    if (refusal instanceof InvalidArguments) return refusal.problems.map(({ code, property }) => `${code} ${property}`);
    throw refusal;
  }
  return [];
}

describe("FederatedRole", () => {
  it("registers role, attachments and inline policies under itself, with the account's provider", async () => {
    const registered = await registrations(() => new FederatedRole("dev", args, explicitProviders()), mockedClouds());
    const children = registered.filter(({ parent }) => parent === "dev");
    expect(children.map(({ type, name, provider }) => [type, name, provider])).toEqual([
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "dev-111122223333-Own", "the-account"],
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "dev-AmazonS3FullAccess", "the-account"],
      ["aws:iam/rolePolicy:RolePolicy", "dev-inline-ListBuckets", "the-account"],
      ["aws:iam/role:Role", "dev-role", "the-account"],
    ]);
    expect(registered.find(({ name }) => name === "dev")?.type).toBe("entra-aws:index:FederatedRole");
  });

  it("knows every input at preview, the trust policy included", async () => {
    const registered = await registrations(() => new FederatedRole("dev", args), mockedClouds({ preview: true }));
    const [own, s3, inline, role] = registered.filter(({ parent }) => parent === "dev");
    expect(role?.inputs).toEqual({
      name: "Developer",
      path: "/entra/",
      description: "Builds things",
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Federated: samlProviderArn },
            Action: "sts:AssumeRoleWithSAML",
            Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
          },
        ],
      }),
      maxSessionDuration: 14_400,
      permissionsBoundary: "arn:aws:iam::111122223333:policy/Limit",
      tags: { team: "build" },
    });
    expect(s3?.inputs).toEqual({ role: "Developer", policyArn: "arn:aws:iam::aws:policy/AmazonS3FullAccess" });
    expect(own?.inputs).toEqual({ role: "Developer", policyArn: "arn:aws:iam::111122223333:policy/team/Own" });
    expect(inline?.inputs).toEqual({
      role: "Developer",
      name: "ListBuckets",
      policy: args.inlinePolicies?.["ListBuckets"],
    });
  });

  it("gives an ARN that is known at preview, and one that waits for the policies", async () => {
    const arns: unknown[] = [];
    await registrations(
      async () => {
        const role = new FederatedRole("dev", args);
        arns.push(await valueOf(role.roleArn), await valueOf(role.attachedRoleArn));
        const waitsFor = await (
          role.attachedRoleArn as unknown as { allResources(): Promise<Set<unknown>> }
        ).allResources();
        arns.push(waitsFor.size);
      },
      mockedClouds({ preview: true }),
    );
    const arn = "arn:aws:iam::111122223333:role/entra/Developer";
    // The role, two attachments, one inline policy.
    expect(arns).toEqual([arn, arn, 4]);
  });

  it("attaches policies that the same program makes, by a key of their own", async () => {
    const policyArn = "arn:aws:iam::111122223333:policy/Made";
    const program = () => new FederatedRole("dev", { ...args, customerPolicyArns: { made: policyArn } });
    const registered = await registrations(program, mockedClouds());
    expect(registered.find(({ name }) => name === "dev-customer-made")?.inputs["policyArn"]).toBe(policyArn);
  });

  it.each<[what: string, change: Partial<FederatedRoleArgs>, problems: string[]]>([
    ["a name of 64 characters", { roleName: "a".repeat(64) }, []],
    ["a name of 65 characters", { roleName: "a".repeat(65) }, ["role-name-too-long roleName"]],
    ["a name with a space", { roleName: "Power User" }, ["role-name-characters roleName"]],
    ["a session of 3,600 seconds", { maxSessionDuration: 3600 }, []],
    [
      "a session of 3,599 seconds",
      { maxSessionDuration: 3599 },
      ["max-session-duration-out-of-range maxSessionDuration"],
    ],
    ["a session of 43,200 seconds", { maxSessionDuration: 43_200 }, []],
    [
      "a session of 43,201 seconds",
      { maxSessionDuration: 43_201 },
      ["max-session-duration-out-of-range maxSessionDuration"],
    ],
    [
      "a provider of another account",
      { samlProviderArn: "arn:aws:iam::444455556666:saml-provider/EntraID" },
      ["arn-other-account samlProviderArn"],
    ],
    [
      "a provider of another partition",
      { samlProviderArn: "arn:aws-cn:iam::111122223333:saml-provider/EntraID" },
      ["arn-other-partition samlProviderArn"],
    ],
    [
      "a policy of another account",
      { managedPolicies: ["arn:aws:iam::444455556666:policy/Theirs"] },
      ["arn-other-account managedPolicies[0]"],
    ],
    [
      "a boundary of another account",
      { permissionsBoundary: "arn:aws:iam::444455556666:policy/Limit" },
      ["arn-other-account permissionsBoundary"],
    ],
    [
      "the same policy by name and by ARN",
      { managedPolicies: ["AmazonS3FullAccess", "arn:aws:iam::aws:policy/AmazonS3FullAccess"] },
      ["managed-policy-repeated managedPolicies[1]"],
    ],
    [
      "an inline policy that is not JSON",
      { inlinePolicies: { Broken: "{" } },
      ["policy-malformed inlinePolicies.Broken"],
    ],
    ["a path without its last slash", { path: "/entra" }, ["path-malformed path"]],
    [
      "an account id of 11 digits",
      { account: { id: "11112222333", name: "A" }, managedPolicies: [] },
      ["account-id-malformed account.id"],
    ],
  ])("judges %s", (_what, change, problems) => {
    expect(refused(change)).toEqual(problems);
  });

  it("names every problem of its arguments at once, in words for people", () => {
    const refusal = () => new FederatedRole("dev", { ...args, roleName: "a b", maxSessionDuration: 1, path: "x" });
    expect(refusal).toThrow(
      /FederatedRole "dev": 3 errors[\s\S]*role-name-characters[\s\S]*path-malformed[\s\S]*whole seconds from 3600 to 43200/,
    );
  });

  it("warns of a managed policy that it does not know, with the nearest, and attaches it", () => {
    const plan = planFederatedRole("dev", { ...args, managedPolicies: ["AmazonS3FullAcces"] });
    expect(plan.warnings.map(({ severity, code, remedy }) => [severity, code, remedy])).toEqual([
      ["warning", "managed-policy-unknown", expect.stringContaining("AmazonS3FullAccess")],
    ]);
    expect(plan.attachments[0]?.arn).toBe("arn:aws:iam::aws:policy/AmazonS3FullAcces");
  });
});
