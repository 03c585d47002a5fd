import { describe, expect, it } from "vitest";
import { findHolder, heldByStackProblems } from "./held-by-stack";

const group = "66660000-0000-4000-8000-000000000009";
const arn = "arn:aws:iam::111122223333:role/Developer";
const urn = (type: string, name: string) =>
  `urn:pulumi:dev::project::entra-aws:index:AccountFederation$${type}::${name}`;
const groupUrn = urn("entra-aws:index:RoleGroup$azuread:index/group:Group", "a1-Developer-group-group");
const componentUrn = urn("entra-aws:index:FederatedRole", "a1-Developer-role");
const roleUrn = urn("entra-aws:index:FederatedRole$aws:iam/role:Role", "a1-Developer-role-role");
const state = {
  [groupUrn]: { type: "azuread:index/group:Group", outputs: { objectId: group } },
  [componentUrn]: { type: "entra-aws:index:FederatedRole", outputs: {} },
  [roleUrn]: { type: "aws:iam/role:Role", outputs: { arn } },
  "urn:pulumi:dev::project::aws:iam/user:User::svc": { type: "aws:iam/user:User", outputs: { arn } },
};

describe("findHolder", () => {
  it("finds a thing by its id, in any letter case", () => {
    expect(findHolder("group", group.toUpperCase(), state)).toBe(groupUrn);
  });

  it("finds the component where more than the thing itself belongs to it", () => {
    expect(findHolder("role", arn, state)).toBe(componentUrn);
  });

  it("finds the thing itself where no component of ours made it", () => {
    const own = "urn:pulumi:dev::project::aws:iam/role:Role::my-role";
    expect(findHolder("role", arn, { [own]: { type: "aws:iam/role:Role", outputs: { arn } } })).toBe(own);
  });

  it("takes no thing of another kind or id for it", () => {
    expect(findHolder("user", group, state)).toBeUndefined();
    expect(findHolder("group", "66660000-0000-4000-8000-000000000008", state)).toBeUndefined();
    expect(findHolder("samlProvider", arn, state)).toBeUndefined();
  });
});

describe("heldByStackProblems", () => {
  it("says nothing of what the stack does not hold", () => {
    expect(heldByStackProblems(undefined, group, "existingGroupObjectId")).toEqual([]);
  });

  it("says what would be deleted, and the command that hands it over", () => {
    expect(heldByStackProblems(groupUrn, group, "existingGroupObjectId")).toMatchObject([
      {
        severity: "error",
        code: "existing-thing-of-this-stack",
        property: "existingGroupObjectId",
        given: `"${group}", which this stack holds itself as ${groupUrn}`,
        remedy: expect.stringContaining(`--dest handed-over '${groupUrn}'`) as string,
      },
    ]);
  });

  it("puts no URN into a command that means something to a shell", () => {
    const [problem] = heldByStackProblems("urn:pulumi:dev::p::t::it's; rm -rf", group, "existingGroupObjectId");
    expect(problem?.remedy).not.toContain("rm -rf");
  });
});
