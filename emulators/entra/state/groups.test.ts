import { describe, expect, it } from "vitest";

import { seedTenant } from "../seed";
import {
  addGroupMember,
  createGroup,
  deleteGroup,
  directGroupIds,
  removeGroupMember,
  transitiveGroupIds,
  updateGroup,
} from "./groups";
import type { Tenant } from "./model";

let count = 0;
const step = { now: new Date("2026-11-24T18:00:00Z"), newId: () => `group-${++count}` };
const person = "b4ea6100-0000-4000-8000-000000000002";

function make(tenant: Tenant, change: Partial<Parameters<typeof createGroup>[1]> = {}): string {
  const input = {
    displayName: "Group",
    description: null,
    mailNickname: "group",
    securityEnabled: true,
    isAssignableToRole: false,
    members: [],
    owners: [],
    ...change,
  };
  return createGroup(tenant, input, step).id;
}

describe("membership", () => {
  it("does not depend on how an id is written: a member in capitals is one, and only once", () => {
    const tenant = { ...seedTenant(), groups: [] };
    const written = person.toUpperCase();
    const made = make(tenant, { members: [written, person], owners: [written] });
    expect(tenant.groups[0]).toMatchObject({ members: [person], owners: [person] });
    updateGroup(tenant, { id: made, settings: { members: [] } });
    expect(directGroupIds(tenant, person)).toEqual([]);
    updateGroup(tenant, { id: made, settings: { members: [written] } });
    expect(directGroupIds(tenant, person)).toEqual([made]);
  });

  it("is direct in one group and transitive in those around it, circles included", () => {
    const tenant = { ...seedTenant(), groups: [] };
    const inner = make(tenant, { members: [person] });
    const outer = make(tenant, { members: [inner] });
    addGroupMember(tenant, { groupId: inner, memberId: outer });
    expect(directGroupIds(tenant, person)).toEqual([inner]);
    expect(transitiveGroupIds(tenant, person).sort()).toEqual([inner, outer].sort());
    deleteGroup(tenant, inner);
    expect(tenant.groups).toMatchObject([{ id: outer, members: [] }]);
  });

  it("is refused twice, and for removal when there is none", () => {
    const tenant = seedTenant();
    const groupId = make(tenant, { members: [person] });
    expect(() => {
      addGroupMember(tenant, { groupId, memberId: person.toUpperCase() });
    }).toThrow("already exist for the following modified properties: 'members'");
    removeGroupMember(tenant, { groupId, memberId: person });
    expect(() => {
      removeGroupMember(tenant, { groupId, memberId: person });
    }).toThrow(`Resource '${person}' does not exist`);
  });
});

describe("limits", () => {
  it.each([
    [{ displayName: "a".repeat(256) }, undefined],
    [{ displayName: "a".repeat(257) }, "'displayName'"],
    [{ mailNickname: "a".repeat(64) }, undefined],
    [{ mailNickname: "a".repeat(65) }, "'mailNickname'"],
    [{ mailNickname: "has space" }, "'mailNickname'"],
  ])("judge %j", (change, refused) => {
    const attempt = () => make(seedTenant(), change);
    if (refused === undefined) expect(attempt()).toMatch(/^group-/);
    else expect(attempt).toThrow(`Invalid value specified for property ${refused} of resource 'Group'`);
  });
});
