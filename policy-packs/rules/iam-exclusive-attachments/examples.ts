import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";
import { allowing, iamRole, roleAttachment } from "../iam-examples";

const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const buckets = "arn:aws:iam::aws:policy/AmazonS3FullAccess";

const exclusive = (policyArns: unknown): ExampleResource => ({
  type: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
  name: "all",
  properties: { roleName: "Developer", policyArns },
});

const inline = (name: string): ExampleResource => ({
  type: "aws:iam/rolePolicy:RolePolicy",
  name,
  properties: { name, role: "Developer", policy: allowing("s3:ListBucket") },
});

const passing: readonly RuleExample[] = [
  {
    title: "attachments one by one, and the provider's own lists",
    resources: [
      iamRole("Developer", { managedPolicyArns: unknownAtPreview, inlinePolicies: [] }),
      roleAttachment("Developer", readOnly),
      inline("more"),
    ],
    findings: [],
  },
  {
    title: "a list alone",
    resources: [iamRole("Developer", { managedPolicyArns: [readOnly] }), roleAttachment("Other", buckets)],
    findings: [],
  },
  {
    title: "an exclusive list that names what is attached",
    resources: [iamRole("Developer"), roleAttachment("Developer", readOnly), exclusive([readOnly])],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "a role's lists beside single policies",
    resources: [
      iamRole("Developer", {
        managedPolicyArns: [readOnly],
        inlinePolicies: [{ name: "own", policy: allowing("s3:*") }],
      }),
      roleAttachment("Developer", buckets),
      inline("more"),
    ],
    findings: [
      {
        outcome: "violation",
        resource: "Developer",
        property: "managedPolicyArns",
        message: `managedPolicyArns removes "${buckets}", which "Developer-attached" attaches beside it`,
      },
      {
        outcome: "violation",
        resource: "Developer",
        property: "inlinePolicies",
        message: 'inlinePolicies removes "more", which "more" attaches beside it',
      },
    ],
  },
  {
    title: "an exclusive list that leaves out what is attached, on a role of another stack",
    resources: [roleAttachment("Developer", buckets), exclusive([readOnly])],
    findings: [
      {
        outcome: "violation",
        resource: "all",
        property: "policyArns",
        message: `policyArns removes "${buckets}", which "Developer-attached" attaches beside it`,
      },
    ],
  },
  {
    title: "a policy attached for the whole account",
    resources: [
      {
        type: "aws:iam/policyAttachment:PolicyAttachment",
        name: "everywhere",
        properties: { policyArn: readOnly, roles: ["Developer"] },
      },
    ],
    findings: [
      {
        outcome: "violation",
        resource: "everywhere",
        property: "policyArn",
        message:
          "PolicyAttachment takes the policy from every role, user and group of the account that it does not name",
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "an attachment whose policy only the update tells",
    resources: [iamRole("Developer", { managedPolicyArns: [readOnly] }), roleAttachment("Developer", unknownAtPreview)],
    findings: [
      {
        outcome: "undetermined",
        resource: "Developer",
        property: "managedPolicyArns",
        message:
          'whether managedPolicyArns has "Developer-attached" in it, which is attached beside it, is known only after the update',
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
