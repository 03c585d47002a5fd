import type { EscalationMethod } from "../escalation-method";

/** Methods that take limits away, and by themselves give nothing. */
export const limitMethods = [
  {
    name: "DeleteRolePermissionsBoundary",
    category: "weakens-limits",
    actions: ["iam:DeleteRolePermissionsBoundary"],
    gains: "takes the permissions boundary from {role}",
  },
  {
    name: "iam:DeleteUserPermissionsBoundary",
    category: "weakens-limits",
    actions: ["iam:DeleteUserPermissionsBoundary"],
    gains: "takes the permissions boundary from a user",
  },
  {
    name: "DeleteUserPolicy",
    category: "weakens-limits",
    actions: ["iam:DeleteUserPolicy"],
    gains: "deletes an inline policy of a user, and any Deny in it",
  },
  {
    name: "DetachUserPolicy",
    category: "weakens-limits",
    actions: ["iam:DetachUserPolicy"],
    gains: "detaches a managed policy from a user, and any Deny in it",
  },
  {
    name: "PutRolePermissionsBoundary",
    category: "weakens-limits",
    actions: ["iam:PutRolePermissionsBoundary"],
    gains: "puts a wider permissions boundary on {role}",
  },
  {
    name: "PutUserPermissionsBoundary",
    category: "weakens-limits",
    actions: ["iam:PutUserPermissionsBoundary"],
    gains: "puts a wider permissions boundary on a user",
  },
] as const satisfies readonly EscalationMethod[];
