import { iamLimits } from "#core/aws";
import { policySize } from "#core/aws/policy";
import { unknownAtPreview, type ExampleResource, type RuleExample } from "../example";
import { documentText, managedPolicyWith, unknownDocumentExample } from "../example-policies";

const { managedPolicySize, rolePolicySize, userPolicySize, groupPolicySize, trustPolicySize } = iamLimits;

/** A document of so many characters, white space not counted. */
function documentOf(size: number, Principal?: object): string {
  const withResource = (name: string): string =>
    documentText({ Effect: "Allow", Action: "s3:GetObject", ...(Principal ?? { Resource: name }), Sid: name });
  const rest = size - policySize(withResource(""));
  const name = "x".repeat(Principal === undefined ? Math.floor(rest / 2) : rest);
  const odd = size - policySize(withResource(name));
  return ` \n${withResource(name).replace('"Sid":"', `"Sid":"${"y".repeat(odd)}`)}`;
}

const role: ExampleResource = { type: "aws:iam/role:Role", name: "role", properties: { name: "Role" } };
const trusting = (size: number): ExampleResource => ({
  ...role,
  properties: { name: "Role", assumeRolePolicy: documentOf(size, { Principal: { AWS: "111122223333" } }) },
});
const inline = (name: string, policy: unknown): ExampleResource => ({
  type: "aws:iam/rolePolicy:RolePolicy",
  name,
  properties: { role: "Role", policy },
});
const ofUser = (policy: string): ExampleResource => ({
  type: "aws:iam/userPolicy:UserPolicy",
  name: "inline",
  properties: { user: "Svc-Entra", policy },
});
const ofGroup = (policy: string): ExampleResource => ({
  type: "aws:iam/groupPolicy:GroupPolicy",
  name: "inline",
  properties: { group: "Operators", policy },
});

const tooLong = (what: string, size: number, limit: number, of: string): string =>
  `${what} ${size} characters without white space, and IAM takes ${limit} of ${of}`;

const passing: readonly RuleExample[] = [
  {
    title: "a managed policy at the limit, white space not counted",
    resources: [managedPolicyWith(documentOf(managedPolicySize))],
    findings: [],
  },
  { title: "a trust policy at the limit", resources: [trusting(trustPolicySize)], findings: [] },
  {
    title: "inline policies of a role that together are at the limit",
    resources: [role, inline("one", documentOf(6000)), inline("other", documentOf(rolePolicySize - 6000))],
    findings: [],
  },
  { title: "a user's at the limit", resources: [ofUser(documentOf(userPolicySize))], findings: [] },
  { title: "a group's at the limit", resources: [ofGroup(documentOf(groupPolicySize))], findings: [] },
  {
    title: "a longer trust policy, where AWS has raised the quota",
    resources: [trusting(4096)],
    settings: { trustPolicySize: 4096 },
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "a managed policy that is one character too long",
    resources: [managedPolicyWith(documentOf(managedPolicySize + 1))],
    findings: [
      {
        resource: "policy",
        outcome: "violation",
        property: "policy",
        message: tooLong("the policy has", 6145, 6144, "a managed policy"),
      },
    ],
  },
  {
    title: "a trust policy that is one character too long",
    resources: [trusting(trustPolicySize + 1)],
    findings: [
      {
        resource: "role",
        outcome: "violation",
        property: "assumeRolePolicy",
        message: tooLong("the policy has", 2049, 2048, "a trust policy"),
      },
    ],
  },
  {
    title: "inline policies of a role that together are one character too long",
    resources: [role, inline("one", documentOf(6000)), inline("other", documentOf(rolePolicySize - 5999))],
    findings: [
      {
        resource: "role",
        outcome: "violation",
        message: tooLong("the 2 inline policies have together", 10_241, 10_240, "a role"),
      },
    ],
  },
  {
    title: "a user's that is one character too long",
    resources: [ofUser(documentOf(userPolicySize + 1))],
    findings: [
      {
        resource: "inline",
        outcome: "violation",
        property: "policy",
        message: tooLong("the inline policy has", 2049, 2048, "a user"),
      },
    ],
  },
  {
    title: "a group's that is one character too long",
    resources: [ofGroup(documentOf(groupPolicySize + 1))],
    findings: [
      {
        resource: "inline",
        outcome: "violation",
        property: "policy",
        message: tooLong("the inline policy has", 5121, 5120, "a group"),
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  unknownDocumentExample,
  {
    title: "an inline policy that is known later, beside one within the limit",
    resources: [role, inline("one", documentOf(6000)), inline("other", unknownAtPreview)],
    findings: [
      {
        resource: "other",
        outcome: "undetermined",
        property: "policy",
        message: "the policy document is known only after the update",
      },
    ],
  },
];

export const examples = { passing, violations, undetermined };
