import { describe, expect, it } from "vitest";
import { explicitProviders, mockedClouds } from "../../test/mocked-clouds";
import { registrations } from "../../test/mocked-engine";
import { ImportedRoleAssignment } from "./imported-role-assignment";

const args = {
  appRoleId: "99990000-0000-4000-8000-000000000001",
  servicePrincipalObjectId: "55550000-0000-4000-8000-000000000007",
  groupObjectId: "66660000-0000-4000-8000-000000000002",
};

describe("ImportedRoleAssignment", () => {
  it("assigns the group to the app role, and writes no app role", async () => {
    const registered = await registrations(
      () => new ImportedRoleAssignment("developers", args, explicitProviders()),
      mockedClouds(),
    );
    const children = registered.filter(({ parent }) => parent === "developers");
    expect(children.map(({ type, name, provider, inputs }) => [type, name, provider, inputs])).toEqual([
      [
        "azuread:index/appRoleAssignment:AppRoleAssignment",
        "developers-assignment",
        "the-tenant",
        {
          appRoleId: args.appRoleId,
          principalObjectId: args.groupObjectId,
          resourceObjectId: args.servicePrincipalObjectId,
        },
      ],
    ]);
  });

  it("refuses paths in place of object ids", () => {
    const wrong = { ...args, groupObjectId: `/groups/${args.groupObjectId}`, appRoleId: "Developer" };
    expect(() => new ImportedRoleAssignment("developers", wrong)).toThrow(
      /ImportedRoleAssignment "developers": 2 errors[\s\S]*appRoleId[\s\S]*groupObjectId[\s\S]*objectId, not the id/,
    );
  });
});
