import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { mockedClouds } from "../../test/mocked-clouds";
import { registrations } from "../../test/mocked-engine";
import { judgeMember, knownMemberIds, memberKindProblems } from "./member-kinds";

const alice = "0e0e0000-0000-4000-8000-000000000001";
const group = "66660000-0000-4000-8000-000000000009";
const robot = "55550000-0000-4000-8000-000000000007";
const kinds = new Map([
  [alice, "User"],
  [group, "Group"],
  [robot, "ServicePrincipal"],
]);

describe("memberKindProblems", () => {
  it("takes users, and whoever is not known yet", () => {
    expect(memberKindProblems({ alice, carol: pulumi.output(group) }, kinds, "members")).toEqual([]);
    expect(memberKindProblems({ dave: "0e0e0000-0000-4000-8000-000000000009" }, kinds, "members")).toEqual([]);
  });

  it("refuses a group, since Entra gives app roles to no member of a nested one", () => {
    expect(memberKindProblems({ alice, devs: group }, kinds, "members")).toMatchObject([
      {
        severity: "error",
        code: "member-is-group",
        property: "members.devs",
        given: `"${group}", a Group`,
        expected: "a user: Entra gives app roles to no member of a nested group",
        remedy: "name the group's members, or take the group itself as the role's",
      },
    ]);
  });

  it("refuses who does not sign in", () => {
    expect(memberKindProblems({ robot }, kinds, "members")).toMatchObject([{ code: "member-not-user" }]);
  });

  it("looks up each id once, and none that is an output", () => {
    expect(knownMemberIds({ alice, again: alice, carol: pulumi.output(group) })).toEqual([alice]);
  });
});

describe("a member whose id comes late", () => {
  const judged = async (objectId: string): Promise<string> => {
    let outcome = "";
    const answers = {
      ...mockedClouds().answers,
      "azuread:index/getDirectoryObject:getDirectoryObject": () => {
        const type = kinds.get(objectId);
        if (type === undefined) throw new Error("was not found");
        return { objectId, type };
      },
    };
    await registrations(
      async () => {
        outcome = await judgeMember("devs", "carol", objectId, {}).catch((error: unknown) => String(error));
      },
      { answers },
    );
    return outcome;
  };

  it("is refused, too, where it is a group", async () => {
    expect(await judged(group)).toMatch(/RoleGroup "devs"[^]*members\.carol {2}\(member-is-group\)/);
  });

  it("is taken where it is a user, or where nobody can tell yet", async () => {
    expect(await judged(alice)).toBe(alice);
    expect(await judged("0e0e0000-0000-4000-8000-000000000009")).toBe("0e0e0000-0000-4000-8000-000000000009");
  });
});
