import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import {
  allowing,
  groupPolicy,
  groupsOfUser,
  iamGroup,
  iamRole,
  iamUser,
  roleAttachment,
  rolePolicy,
  userPolicy,
} from "../iam-examples";

const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = (Action: unknown, more: object = {}): object => ({ Effect: "Allow", Action, Resource: "*", ...more });
const deny = (Action: unknown, more: object = {}): object => ({ Effect: "Deny", Action, Resource: "*", ...more });

const passing: readonly RuleExample[] = [
  {
    title: "reading, and what a service needs",
    resources: [iamRole("Developer"), rolePolicy("Developer", allowing(["s3:*", "ec2:RunInstances", "iam:Get*"]))],
    findings: [],
  },
  {
    title: "the administrators' role",
    resources: [iamRole("Administrator"), rolePolicy("Administrator", allowing("*"))],
    findings: [],
  },
  {
    title: "a role that is listed as an administrators' one",
    resources: [iamRole("Deployer"), rolePolicy("Deployer", allowing("iam:*"))],
    settings: { administratorRoles: ["Deployer"] },
    findings: [],
  },
  {
    title: "passing a role to another service than the one that is used",
    resources: [
      iamRole("Developer"),
      rolePolicy(
        "Developer",
        policy(
          allow("iam:PassRole", { Condition: { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } } }),
          allow("ec2:RunInstances"),
        ),
      ),
    ],
    findings: [],
  },
  {
    title: "a Deny in another policy, in other letter case",
    resources: [
      iamRole("Developer", { inlinePolicies: [{ name: "deny", policy: policy(deny("IAM:passrole")) }] }),
      rolePolicy("Developer", allowing(["iam:PassRole", "ec2:RunInstances"])),
    ],
    findings: [],
  },
  {
    title: "what lies outside the permissions boundary",
    resources: [
      { type: "aws:iam/policy:Policy", name: "limit", properties: { name: "Limit", policy: allowing("s3:*") } },
      iamRole("Developer", { permissionsBoundary: unknownAtPreview }),
      rolePolicy("Developer", allowing("*")),
    ].map((resource) =>
      resource.name === "Developer" ? { ...resource, from: { permissionsBoundary: ["limit"] } } : resource,
    ),
    findings: [],
  },
  {
    title: "a condition that can never hold, and resources that are AWS's own",
    resources: [
      iamRole("Developer"),
      rolePolicy(
        "Developer",
        policy(
          allow("iam:PutRolePolicy", { Condition: { DateLessThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } } }),
          allow("iam:CreatePolicyVersion", { Resource: "arn:aws:iam::aws:policy/*" }),
          allow("iam:AttachRolePolicy", { Resource: "arn:aws:iam::111122223333:role/aws-service-role/*" }),
        ),
      ),
    ],
    findings: [],
  },
  {
    title: "one's own access keys",
    resources: [
      iamUser("Kim"),
      userPolicy("Kim", allowing("iam:*AccessKey*", "arn:aws:iam::111122223333:user/${aws:username}")),
    ],
    findings: [],
  },
];

const ec2 = "`iam:PassRole` + `ec2:RunInstances` → becomes any role, by an instance";

const violations: readonly RuleExample[] = [
  {
    title: "a role that can be passed to an instance",
    resources: [
      iamRole("Developer"),
      rolePolicy(
        "Developer",
        policy(
          allow("ec2:RunInstances"),
          allow("iam:PassRole", { Resource: "arn:aws:iam::111122223333:role/team/Admin" }),
        ),
      ),
    ],
    findings: [
      {
        resource: "Developer-inline",
        outcome: "violation",
        property: "policy.Statement[1]",
        message:
          'the role "Developer" can gain more permissions than it is given: `iam:PassRole` on ' +
          '"arn:aws:iam::111122223333:role/team/Admin" + `ec2:RunInstances` → becomes role "Admin", by an instance',
      },
    ],
  },
  {
    title: "actions that are split over a user's own policy and a group's",
    resources: [
      iamUser("Kim"),
      userPolicy("Kim", allowing("iam:PassRole")),
      iamGroup("Ops"),
      groupPolicy("Ops", allowing("ec2:RunInstances")),
      groupsOfUser("Kim", ["Ops"]),
    ],
    findings: [
      {
        resource: "Kim-inline",
        outcome: "violation",
        property: "policy.Statement[0]",
        message: `the user "Kim" can gain more permissions than it is given: ${ec2}`,
      },
    ],
  },
  {
    title: "a group, and its user only once",
    resources: [
      iamUser("Kim"),
      iamGroup("Ops"),
      groupPolicy("Ops", allowing(["iam:PassRole", "ec2:RunInstances"])),
      groupsOfUser("Kim", ["Ops"]),
    ],
    findings: [
      {
        resource: "Ops-inline",
        outcome: "violation",
        property: "policy.Statement[0]",
        message: `the group "Ops" can gain more permissions than it is given: ${ec2}`,
      },
    ],
  },
  {
    title: "under a condition, which lessens nothing",
    resources: [
      iamRole("Developer"),
      rolePolicy("Developer", allowing("sts:AssumeRole", "*", { Bool: { "aws:MultiFactorAuthPresent": "true" } })),
    ],
    findings: [
      {
        resource: "Developer-inline",
        outcome: "violation",
        property: "policy.Statement[0]",
        message:
          'the role "Developer" can gain more permissions than it is given: `sts:AssumeRole` → becomes any role, ' +
          "under a condition on aws:multifactorauthpresent",
      },
    ],
  },
  {
    title: "more than three ways",
    resources: [
      iamRole("Developer"),
      rolePolicy(
        "Developer",
        allowing(["iam:AddUserToGroup", "iam:AttachUserPolicy", "iam:CreateAccessKey", "iam:UpdateLoginProfile"]),
      ),
    ],
    findings: [
      {
        resource: "Developer-inline",
        outcome: "violation",
        property: "policy.Statement[0]",
        message:
          'the role "Developer" can gain more permissions than it is given: `iam:AddUserToGroup` → joins a group and ' +
          "gains all that its policies allow; `iam:AttachUserPolicy` → attaches any managed policy to itself or " +
          "another user; `iam:CreateAccessKey` → makes an access key of another user and becomes that user; and 1 more way",
      },
    ],
  },
  {
    title: "another role's name in the administrators' list",
    resources: [iamRole("administrator"), rolePolicy("administrator", allowing("iam:PutUserPolicy"))],
    findings: [
      {
        resource: "administrator-inline",
        outcome: "violation",
        property: "policy.Statement[0]",
        message:
          'the role "administrator" can gain more permissions than it is given: `iam:PutUserPolicy` → writes an inline ' +
          "policy for itself or another user",
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a document that only the update tells",
    resources: [iamRole("Developer"), rolePolicy("Developer", unknownAtPreview)],
    findings: [
      {
        resource: "Developer-inline",
        outcome: "undetermined",
        property: "policy",
        message: 'what the role "Developer" may do is not known: nobody has read "Developer-inline.policy"',
      },
    ],
  },
  {
    title: "a managed policy of another stack",
    resources: [iamRole("Developer"), roleAttachment("Developer", "arn:aws:iam::111122223333:policy/Elsewhere")],
    findings: [
      {
        resource: "Developer-attached",
        outcome: "undetermined",
        property: "policyArn",
        message:
          'what the role "Developer" may do is not known: nobody has read "arn:aws:iam::111122223333:policy/Elsewhere"',
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
