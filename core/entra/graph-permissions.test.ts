import { describe, expect, it } from "vitest";

import { deployerGraphPermissions, graphPermissionIds, graphPermissions } from "./graph-permissions";

describe("deployerGraphPermissions", () => {
  const account = [
    "AppRoleAssignment.ReadWrite.All",
    "Application.ReadWrite.All",
    "Policy.Read.All",
    "Policy.ReadWrite.ApplicationConfiguration",
  ];

  it.each([
    [{}, ["Group.ReadWrite.All"]],
    [{ groups: false, existingGroups: true }, ["GroupMember.Read.All"]],
    [{ groups: false, existingGroups: true, existingGroupMembers: true }, ["GroupMember.ReadWrite.All"]],
    [{ existingGroups: true, existingGroupMembers: true }, ["Group.ReadWrite.All"]],
    [{ conditionalAccess: true }, ["Group.ReadWrite.All", "Policy.ReadWrite.ConditionalAccess"]],
    [{ existingUsers: true }, ["Group.ReadWrite.All", "User.Read.All"]],
    [{ existingUsers: true, testUsers: true }, ["Group.ReadWrite.All", "User.ReadWrite.All"]],
    [{ roleImport: true, testUsers: false }, ["Group.ReadWrite.All", "Synchronization.ReadWrite.All"]],
    [{ diagnosis: true }, ["Group.ReadWrite.All", "Organization.Read.All"]],
    [
      { privilegedGroups: true },
      [
        "Group.ReadWrite.All",
        "PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup",
        "RoleManagementPolicy.ReadWrite.AzureADGroup",
      ],
    ],
  ])("asks for the least that %j needs", (features, besides) => {
    expect(deployerGraphPermissions(features)).toEqual([...account, ...besides].sort());
  });
});

describe("graphPermissions", () => {
  it("are listed once, in order, each with the id of its app role", () => {
    expect([...new Set(graphPermissions)].sort()).toEqual([...graphPermissions]);
    expect(Object.keys(graphPermissionIds).sort()).toEqual([...graphPermissions]);
    const ids = Object.values(graphPermissionIds);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});
