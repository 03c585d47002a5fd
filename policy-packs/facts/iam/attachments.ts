import type { PrincipalKind } from "./principal-fact";

/** A type of resource that gives principals a policy. */
export interface Attachment {
  readonly type: string;
  readonly kind: PrincipalKind;
  /** The property that says who: one, or a list. */
  readonly holder: string;
  /** The property with the ARN or ARNs, or with the references by name and path. */
  readonly policies: string;
}

export const principalTypes = {
  role: { type: "aws:iam/role:Role", key: "name" },
  user: { type: "aws:iam/user:User", key: "name" },
  group: { type: "aws:iam/group:Group", key: "name" },
  "permission set": { type: "aws:ssoadmin/permissionSet:PermissionSet", key: "arn" },
} as const satisfies Record<PrincipalKind, { type: string; key: string }>;

/** What has a document of its own and says whose it is. */
export const inlinePolicies = [
  { type: "aws:iam/rolePolicy:RolePolicy", kind: "role", holder: "role" },
  { type: "aws:iam/userPolicy:UserPolicy", kind: "user", holder: "user" },
  { type: "aws:iam/groupPolicy:GroupPolicy", kind: "group", holder: "group" },
  {
    type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
    kind: "permission set",
    holder: "permissionSetArn",
  },
] as const satisfies readonly Omit<Attachment, "policies">[];

export const attachments: readonly Attachment[] = [
  {
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    kind: "role",
    holder: "role",
    policies: "policyArn",
  },
  {
    type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    kind: "user",
    holder: "user",
    policies: "policyArn",
  },
  {
    type: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    kind: "group",
    holder: "group",
    policies: "policyArn",
  },
  { type: "aws:iam/policyAttachment:PolicyAttachment", kind: "role", holder: "roles", policies: "policyArn" },
  { type: "aws:iam/policyAttachment:PolicyAttachment", kind: "user", holder: "users", policies: "policyArn" },
  { type: "aws:iam/policyAttachment:PolicyAttachment", kind: "group", holder: "groups", policies: "policyArn" },
  {
    type: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
    kind: "role",
    holder: "roleName",
    policies: "policyArns",
  },
  {
    type: "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
    kind: "user",
    holder: "userName",
    policies: "policyArns",
  },
  {
    type: "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
    kind: "group",
    holder: "groupName",
    policies: "policyArns",
  },
  {
    type: "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
    kind: "permission set",
    holder: "permissionSetArn",
    policies: "managedPolicyArn",
  },
  {
    type: "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
    kind: "permission set",
    holder: "permissionSetArn",
    policies: "managedPolicyArns",
  },
  {
    type: "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment",
    kind: "permission set",
    holder: "permissionSetArn",
    policies: "customerManagedPolicyReference",
  },
  {
    type: "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
    kind: "permission set",
    holder: "permissionSetArn",
    policies: "customerManagedPolicyReferences",
  },
];

/** Where users and groups are brought together. */
export const memberships = [
  { type: "aws:iam/userGroupMembership:UserGroupMembership", users: "user", groups: "groups" },
  { type: "aws:iam/groupMembership:GroupMembership", users: "users", groups: "group" },
] as const;
