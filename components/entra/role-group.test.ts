import { describe, expect, it } from "vitest";
import { explicitProviders, mockedClouds } from "../../test/mocked-clouds";
import { registrations, unknown } from "../../test/mocked-engine";
import { planRoleGroup, RoleGroup, type RoleGroupArgs } from "./role-group";

const alice = "0e0e0000-0000-4000-8000-000000000001";
const bob = "0e0e0000-0000-4000-8000-000000000002";
const args: RoleGroupArgs = {
  account: { id: "111122223333", name: "Account1" },
  roleName: "Developer",
  members: { "alice@contoso.com": alice, "bob@contoso.com": bob },
  owners: [bob],
};

describe("RoleGroup", () => {
  it("registers a group without members of its own, and each membership by its key", async () => {
    const program = () => new RoleGroup("devs", args, explicitProviders());
    const registered = await registrations(program, mockedClouds({ preview: true }));
    const children = registered.filter(({ parent }) => parent === "devs");
    expect(children.map(({ type, name, provider, inputs }) => [type, name, provider, inputs])).toEqual([
      [
        "azuread:index/group:Group",
        "devs-group",
        "the-tenant",
        {
          displayName: "AWS-Account1-Developers",
          description: "Members may take the role Developer in the AWS account Account1 (111122223333)",
          securityEnabled: true,
          preventDuplicateNames: true,
          owners: [bob],
        },
      ],
      [
        "azuread:index/groupMember:GroupMember",
        "devs-member-alice@contoso.com",
        "the-tenant",
        { groupObjectId: unknown, memberObjectId: alice },
      ],
      [
        "azuread:index/groupMember:GroupMember",
        "devs-member-bob@contoso.com",
        "the-tenant",
        { groupObjectId: unknown, memberObjectId: bob },
      ],
    ]);
  });

  it("leaves the other memberships as they are when the first one goes", async () => {
    const namesOf = async (members: Record<string, string>) =>
      (await registrations(() => new RoleGroup("devs", { ...args, members }), mockedClouds()))
        .filter(({ type }) => type.endsWith(":GroupMember"))
        .map(({ name, inputs }) => [name, inputs["memberObjectId"]]);
    const after = await namesOf({ "bob@contoso.com": bob });
    expect(await namesOf(args.members as Record<string, string>)).toEqual(expect.arrayContaining(after));
    expect(after).toEqual([["devs-member-bob@contoso.com", bob]]);
  });

  it("takes a group that is there, and adds only members", async () => {
    const existing = { ...args, owners: undefined, existingGroupObjectId: "66660000-0000-4000-8000-000000000009" };
    const engine = mockedClouds();
    const found = { objectId: existing.existingGroupObjectId, displayName: "Devs", securityEnabled: true, types: [] };
    const answers = { ...engine.answers, "azuread:index/getGroup:getGroup": () => found };
    const program = () => new RoleGroup("devs", existing, explicitProviders());
    const registered = await registrations(program, { ...engine, answers });
    const children = registered.filter(({ parent }) => parent === "devs");
    expect(children.map(({ inputs }) => inputs)).toEqual([
      { groupObjectId: existing.existingGroupObjectId, memberObjectId: alice },
      { groupObjectId: existing.existingGroupObjectId, memberObjectId: bob },
    ]);
  });

  it("takes a group's name of 256 characters and refuses one of 257", () => {
    const named = (length: number) => () => planRoleGroup("devs", { ...args, displayName: "a".repeat(length) });
    expect(named(256)).not.toThrow();
    expect(named(257)).toThrow(/RoleGroup "devs"[\s\S]*display-name-too-long/);
  });

  it("refuses settings that would change a group that is there", () => {
    const plan = () =>
      planRoleGroup("devs", { ...args, existingGroupObjectId: "/groups/x", displayName: "x", description: "y" });
    expect(plan).toThrow(/existingGroupObjectId {2}\(object-id-malformed\)/);
    for (const setting of ["displayName", "description", "owners"]) {
      expect(plan).toThrow(new RegExp(`${setting} {2}\\(setting-of-existing-thing\\)`));
    }
  });

  it("refuses a resource path in place of an object id, for members and owners at once", () => {
    const plan = () =>
      planRoleGroup("devs", { ...args, members: { carol: `/users/${alice}` }, owners: [`/users/${bob}`] });
    expect(plan).toThrow(/members\.carol {2}\(object-id-malformed\)[\s\S]*owners\[0\] {2}\(object-id-malformed\)/);
  });
});
