import { describe, expect, it } from "vitest";
import { ownershipOf } from "./stack-ownership";

const group = "11111111-0000-4000-8000-000000000001";
const person = "11111111-0000-4000-8000-000000000002";
const application = "11111111-0000-4000-8000-000000000003";

describe("what a stack owns", () => {
  it("is known by the clouds' own ids", () => {
    const owned = ownershipOf([
      { type: "azuread:index/group:Group", custom: true, id: `/groups/${group}` },
      { type: "aws:iam/role:Role", custom: true, id: "Developer" },
      {
        type: "azuread:index/applicationFromTemplate:ApplicationFromTemplate",
        custom: true,
        id: "template/instantiate/x",
        outputs: { applicationObjectId: application },
      },
    ]);
    expect([group, "Developer", application].every((id) => owned.has(id))).toBe(true);
    expect(owned.has("Auditor")).toBe(false);
  });

  it("is not what it has only bound to something, nor a component", () => {
    const owned = ownershipOf([
      { type: "azuread:index/groupMember:GroupMember", custom: true, id: `${group}/member/${person}` },
      { type: "entra-aws:index:RoleGroup", custom: false, id: "Developer" },
    ]);
    expect([group, person, "Developer"].some((id) => owned.has(id))).toBe(false);
  });
});
