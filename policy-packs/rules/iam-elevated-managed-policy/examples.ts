import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import {
  allowing,
  groupAttachment,
  groupsOfUser,
  iamGroup,
  iamRole,
  iamUser,
  roleAttachment,
  userAttachment,
} from "../iam-examples";

const aws = (name: string, partition = "aws"): string => `arn:${partition}:iam::aws:policy/${name}`;

const passing: readonly RuleExample[] = [
  {
    title: "AdministratorAccess on the administrators' role",
    resources: [iamRole("Administrator"), roleAttachment("Administrator", aws("AdministratorAccess"))],
    findings: [],
  },
  {
    title: "a role that is listed as an administrators' one",
    resources: [iamRole("BreakGlass"), roleAttachment("BreakGlass", aws("AdministratorAccess"))],
    settings: { administratorRoles: ["BreakGlass"] },
    findings: [],
  },
  {
    title: "one service's policy, and a policy of one's own with a great name",
    resources: [
      iamRole("Developer", { managedPolicyArns: [aws("AmazonS3FullAccess")] }),
      roleAttachment("Developer", "arn:aws:iam::111122223333:policy/AdministratorAccess"),
    ],
    findings: [],
  },
  {
    title: "a policy of this stack, whose ARN only the update tells",
    resources: [
      iamRole("Developer"),
      { type: "aws:iam/policy:Policy", name: "buckets", properties: { name: "Buckets", policy: allowing("s3:*") } },
      roleAttachment("Developer", unknownAtPreview, { policyArn: ["buckets"] }),
    ],
    findings: [],
  },
];

const has = (resource: string, property: string, message: string): RuleExample["findings"][number] => ({
  outcome: "violation",
  resource,
  property,
  message,
});

const violations: readonly RuleExample[] = [
  {
    title: "on a role, a user and a group, and once for all who are in the group",
    resources: [
      iamRole("Developer"),
      roleAttachment("Developer", aws("AdministratorAccess", "aws-us-gov")),
      iamUser("Kim"),
      userAttachment("Kim", aws("IAMFullAccess")),
      iamGroup("Ops"),
      groupAttachment("Ops", aws("job-function/SystemAdministrator")),
      groupsOfUser("Kim", ["Ops"]),
    ],
    findings: [
      has("Developer-attached", "policyArn", 'the role "Developer" has the managed policy "AdministratorAccess"'),
      has("Kim-attached", "policyArn", 'the user "Kim" has the managed policy "IAMFullAccess"'),
      has("Ops-attached", "policyArn", 'the group "Ops" has the managed policy "SystemAdministrator"'),
    ],
  },
  {
    title: "in a role's own list, and on a role of another stack",
    resources: [
      iamRole("Developer", { managedPolicyArns: [aws("ReadOnlyAccess"), aws("PowerUserAccess")] }),
      roleAttachment("Elsewhere", aws("AdministratorAccess")),
    ],
    findings: [
      has("Developer", "managedPolicyArns[1]", 'the role "Developer" has the managed policy "PowerUserAccess"'),
      has("Elsewhere-attached", "policyArn", 'the role "Elsewhere" has the managed policy "AdministratorAccess"'),
    ],
  },
  {
    title: "on a permission set",
    resources: [
      {
        type: "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
        name: "everything",
        properties: {
          permissionSetArn: "arn:aws:sso:::permissionSet/i/p",
          managedPolicyArn: aws("AdministratorAccess"),
        },
      },
    ],
    findings: [
      has(
        "everything",
        "managedPolicyArn",
        'the permission set "arn:aws:sso:::permissionSet/i/p" has the managed policy "AdministratorAccess"',
      ),
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "an attachment whose policy only the update tells",
    resources: [iamRole("Developer"), roleAttachment("Developer", unknownAtPreview)],
    findings: [
      {
        outcome: "undetermined",
        resource: "Developer-attached",
        property: "policyArn",
        message: 'which managed policy the role "Developer" has is known only after the update',
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
