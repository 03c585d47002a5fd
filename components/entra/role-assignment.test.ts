import { describe, expect, it } from "vitest";
import { appRoleId } from "#core/naming";
import { explicitProviders, mockedClouds } from "../../test/mocked-clouds";
import { registrations } from "../../test/mocked-engine";
import { planRoleAssignment, RoleAssignment, type RoleAssignmentArgs } from "./role-assignment";

const roleArn = "arn:aws:iam::111122223333:role/Developer";
const samlProviderArn = "arn:aws:iam::111122223333:saml-provider/EntraID";
const args: RoleAssignmentArgs = {
  account: { id: "111122223333", name: "Account1" },
  roleName: "Developer",
  roleArn,
  samlProviderArn,
  applicationId: "/applications/aaaa0000-0000-4000-8000-000000000005",
  servicePrincipalObjectId: "55550000-0000-4000-8000-000000000007",
  groupObjectId: "66660000-0000-4000-8000-000000000009",
};

describe("RoleAssignment", () => {
  it("registers app role and assignment under itself, all inputs known at preview, the role first", async () => {
    const program = () => new RoleAssignment("dev", args, explicitProviders());
    const registered = await registrations(program, mockedClouds({ preview: true }));
    const children = registered.filter(({ parent }) => parent === "dev");
    expect(
      children.map(({ type, name, provider, deleteBeforeReplace }) => [type, name, provider, deleteBeforeReplace]),
    ).toEqual([
      ["azuread:index/applicationAppRole:ApplicationAppRole", "dev-app-role", "the-tenant", true],
      ["azuread:index/appRoleAssignment:AppRoleAssignment", "dev-assignment", "the-tenant", true],
    ]);
    expect(children[0]?.inputs).toEqual({
      applicationId: args.applicationId,
      roleId: appRoleId("111122223333", "Developer"),
      allowedMemberTypes: ["User"],
      displayName: "Developer,EntraID",
      description: "Developer in the AWS account Account1 (111122223333)",
      value: `${roleArn},${samlProviderArn}`,
    });
    expect(children[1]?.inputs).toEqual({
      appRoleId: appRoleId("111122223333", "Developer"),
      principalObjectId: args.groupObjectId,
      resourceObjectId: args.servicePrincipalObjectId,
    });
    expect(children[1]?.dependencies).toEqual(["dev-app-role"]);
  });

  it("takes a value of 249 characters and refuses one of 250", () => {
    const fixed = `arn:aws:iam::111122223333:role/,${samlProviderArn}`.length + "/Developer".length;
    const valued = (length: number) => () =>
      planRoleAssignment("dev", {
        ...args,
        roleArn: `arn:aws:iam::111122223333:role/${"p".repeat(length - fixed)}/Developer`,
      });
    expect(valued(249)).not.toThrow();
    expect(valued(250)).toThrow(/RoleAssignment "dev"[\s\S]*app-role-value-too-long/);
  });

  it("refuses ARNs of another account and a path in place of an object id, all at once", () => {
    const plan = () =>
      planRoleAssignment("dev", {
        ...args,
        roleArn: "arn:aws:iam::444455556666:role/Developer",
        samlProviderArn: "arn:aws:iam::444455556666:saml-provider/EntraID",
        groupObjectId: "/groups/66660000-0000-4000-8000-000000000009",
      });
    expect(plan).toThrow(
      /3 errors[\s\S]*roleArn {2}\(arn-other-account\)[\s\S]*samlProviderArn {2}\(arn-other-account\)[\s\S]*groupObjectId {2}\(object-id-malformed\)/,
    );
  });
});
