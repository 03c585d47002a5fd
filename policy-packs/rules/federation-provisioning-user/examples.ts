import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const user = (name: unknown = "Svc-EntraProvisioning-Account1"): ExampleResource => ({
  type: "aws:iam/user:User",
  name: "user",
  properties: { name, arn: unknownAtPreview },
});

const inline = (policy: unknown, name = "policy"): ExampleResource => ({
  type: "aws:iam/userPolicy:UserPolicy",
  name,
  properties: { user: unknownAtPreview, policy },
  from: { user: ["user"] },
});

const attached = (policyArn: string): ExampleResource => ({
  type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
  name: "attachment",
  properties: { user: unknownAtPreview, policyArn },
  from: { user: ["user"] },
});

const allow = (statement: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Resource: "*", ...statement } });

const listRoles = allow({ Action: "iam:ListRoles" });

const handedOver: readonly ExampleResource[] = [
  {
    type: "aws:iam/accessKey:AccessKey",
    name: "key",
    properties: { user: unknownAtPreview, secret: unknownAtPreview },
    from: { user: ["user"] },
  },
  {
    type: "azuread:index/synchronizationSecret:SynchronizationSecret",
    name: "secret",
    properties: { credentials: [{ key: "ClientSecret", value: unknownAtPreview }] },
    from: { credentials: ["key"] },
  },
];

const passing: readonly RuleExample[] = [
  { title: "the one action on *", resources: [user(), ...handedOver, inline(listRoles)], findings: [] },
  {
    title: "the one action in other letters, twice, with a Deny of all others",
    resources: [
      user(),
      inline(allow({ Action: ["IAM:listroles"] })),
      inline(allow({ Effect: "Deny", Action: ["s3:*"] }), "deny"),
      inline(listRoles, "again"),
    ],
    findings: [],
  },
  {
    title: "a service user for something else",
    resources: [user("Svc-Backup"), inline(allow({ Action: "s3:*" }))],
    findings: [],
  },
];

const noun = 'the provisioning user "Svc-EntraProvisioning-Account1"';

const violation = (resource: string, message: string, property?: string): RuleExample["findings"][number] => ({
  resource,
  outcome: "violation",
  message,
  ...(property !== undefined && { property }),
});

const violations: readonly RuleExample[] = [
  {
    title: "a wildcard that covers the action, and more",
    resources: [user(), inline(allow({ Action: "iam:List*" }))],
    findings: [violation("policy", `${noun} is allowed "iam:List*", not iam:ListRoles alone`, "policy")],
  },
  {
    title: "a second policy beside the right one",
    resources: [user(), inline(listRoles), inline(allow({ Action: ["iam:ListRoles", "s3:GetObject"] }), "more")],
    findings: [violation("more", `${noun} is allowed "s3:GetObject", not iam:ListRoles alone`, "policy")],
  },
  {
    title: "everything but something",
    resources: [user(), inline(allow({ NotAction: "s3:*" }))],
    findings: [violation("policy", `${noun} is allowed everything but ["s3:*"], not iam:ListRoles alone`, "policy")],
  },
  {
    title: "a policy of AWS whose document does not ship",
    resources: [user(), attached("arn:aws:iam::aws:policy/AWSAccountManagementFullAccess")],
    findings: [
      violation(
        "attachment",
        `${noun} has the policy "arn:aws:iam::aws:policy/AWSAccountManagementFullAccess", which allows more than iam:ListRoles`,
        "policyArn",
      ),
    ],
  },
  {
    title: "a user of another name whose key Entra holds",
    resources: [user("importer"), ...handedOver, inline(allow({ Action: "*" }))],
    findings: [
      violation("policy", 'the provisioning user "importer" is allowed "*", not iam:ListRoles alone', "policy"),
    ],
  },
  {
    title: "nothing, or nothing on *",
    resources: [user(), inline(allow({ Action: "iam:ListRoles", Resource: "arn:aws:iam::111122223333:role/x" }))],
    findings: [violation("user", `${noun} may not list roles, so the import of roles finds none`)],
  },
  {
    title: "the one action, denied elsewhere",
    resources: [user(), inline(listRoles), inline(allow({ Effect: "Deny", Action: "IAM:*" }), "deny")],
    findings: [violation("user", `${noun} may not list roles, so the import of roles finds none`)],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a policy whose document only the update tells",
    resources: [user(), inline(unknownAtPreview)],
    findings: [
      {
        resource: "policy",
        outcome: "undetermined",
        property: "policy",
        message: `what ${noun} may do is not known: the document of one of its policies is not`,
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
