import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const role = (name: unknown): ExampleResource => ({
  type: "aws:iam/role:Role",
  name: "role",
  properties: { name, arn: unknownAtPreview },
});

const attached = (policyArn: unknown, from?: readonly string[]): ExampleResource => ({
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  name: "attachment",
  properties: { role: unknownAtPreview, policyArn },
  from: { role: ["role"], ...(from && { policyArn: from }) },
});

const inline = (policy: unknown): ExampleResource => ({
  type: "aws:iam/rolePolicy:RolePolicy",
  name: "inline",
  properties: { role: unknownAtPreview, policy },
  from: { role: ["role"] },
});

const document = (statement: object): string => JSON.stringify({ Version: "2012-10-17", Statement: statement });

const administratorAccess = "arn:aws:iam::aws:policy/AdministratorAccess";

const passing: readonly RuleExample[] = [
  {
    title: "the role that is named for it, in any letter case",
    resources: [role("administrator"), attached(administratorAccess)],
    findings: [],
  },
  {
    title: "a policy of AWS that is not this one, though its document does not ship",
    resources: [role("Developer"), attached("arn:aws:iam::aws:policy/AWSAccountManagementFullAccess")],
    findings: [],
  },
  {
    title: "everything, under a condition, and everything on one bucket",
    resources: [
      role("Developer"),
      inline(
        document([
          { Effect: "Allow", Action: "*", Resource: "*", Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } },
          { Effect: "Allow", Action: "*", Resource: "arn:aws:s3:::logs/*" },
          { Effect: "Deny", Action: "*", Resource: "*" },
        ]),
      ),
    ],
    findings: [],
  },
  {
    title: "a role of one's own list",
    resources: [role("BreakGlass"), attached(administratorAccess)],
    settings: { administratorRoles: ["Administrator", "BreakGlass"] },
    findings: [],
  },
  {
    title: "a permission set that is named for it",
    resources: [
      {
        type: "aws:ssoadmin/permissionSet:PermissionSet",
        name: "set",
        properties: { name: "Administrator", arn: unknownAtPreview },
      },
      {
        type: "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
        name: "attachment",
        properties: { permissionSetArn: unknownAtPreview, managedPolicyArn: administratorAccess },
        from: { permissionSetArn: ["set"] },
      },
    ],
    findings: [],
  },
];

const violation = (resource: string, property: string, noun: string): RuleExample["findings"][number] => ({
  resource,
  outcome: "violation",
  property,
  message: `the ${noun} may do everything, but is not named as an administrator`,
});

const violations: readonly RuleExample[] = [
  {
    title: "AdministratorAccess on another role, in GovCloud too",
    resources: [role("Developer"), attached("arn:aws-us-gov:iam::aws:policy/AdministratorAccess")],
    findings: [violation("attachment", "policyArn", 'role "Developer"')],
  },
  {
    title: "a document that is as good",
    resources: [role("Developer"), inline(document({ Effect: "Allow", Action: ["*:*"], Resource: ["*"] }))],
    findings: [violation("inline", "policy", 'role "Developer"')],
  },
  {
    title: "a permission set of another name",
    resources: [
      {
        type: "aws:ssoadmin/permissionSet:PermissionSet",
        name: "set",
        properties: { name: "PowerUser", arn: unknownAtPreview },
      },
      {
        type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
        name: "inline",
        properties: {
          permissionSetArn: unknownAtPreview,
          inlinePolicy: document({ Effect: "Allow", Action: "*", Resource: "*" }),
        },
        from: { permissionSetArn: ["set"] },
      },
    ],
    findings: [violation("inline", "inlinePolicy", 'permission set "PowerUser"')],
  },
  {
    title: "a user by the role's name",
    resources: [
      { type: "aws:iam/user:User", name: "user", properties: { name: "Administrator" } },
      {
        type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        name: "attachment",
        properties: { user: "Administrator", policyArn: administratorAccess },
      },
    ],
    findings: [violation("attachment", "policyArn", 'user "Administrator"')],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a policy whose document only the update tells",
    resources: [role("Developer"), inline(unknownAtPreview)],
    findings: [
      {
        resource: "inline",
        outcome: "undetermined",
        property: "policy",
        message:
          'whether the role "Developer" may do everything is not known: the document of one of its policies is not',
      },
    ],
  },
  {
    title: "a policy of another stack",
    resources: [role("Developer"), attached("arn:aws:iam::111122223333:policy/Shared")],
    findings: [
      {
        resource: "attachment",
        outcome: "undetermined",
        property: "policyArn",
        message:
          'whether the role "Developer" may do everything is not known: the document of one of its policies is not',
      },
    ],
  },
  {
    title: "an administrator whose name only the update tells",
    resources: [role(unknownAtPreview), attached(administratorAccess)],
    findings: [
      {
        resource: "attachment",
        outcome: "undetermined",
        property: "policyArn",
        message: "a role whose name is known only after the update may do everything",
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
