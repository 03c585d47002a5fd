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
} from "../iam-examples";

const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";

const passing: readonly RuleExample[] = [
  {
    title: "the action on resources that are named",
    resources: [
      iamRole("Developer"),
      rolePolicy(
        "Developer",
        allowing("dynamodb:DeleteTable", "arn:aws:dynamodb:eu-central-1:111122223333:table/orders"),
      ),
    ],
    findings: [],
  },
  {
    title: "everything, for the administrators' role",
    resources: [iamRole("Administrator"), roleAttachment("Administrator", administrator)],
    findings: [],
  },
  {
    title: "everything, for whoever the rules on administrators tell",
    resources: [iamRole("Developer"), roleAttachment("Developer", administrator)],
    findings: [],
  },
  {
    title: "another action of the service on everything",
    resources: [iamRole("Developer"), rolePolicy("Developer", allowing("dynamodb:ListTables"))],
    findings: [],
  },
  {
    title: "the action on everything that is tagged as the caller's team's",
    resources: [
      iamRole("Developer"),
      rolePolicy(
        "Developer",
        allowing("dynamodb:DeleteTable", "*", { StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } }),
      ),
    ],
    findings: [],
  },
  {
    title: "an Allow for everything that another policy denies",
    resources: [
      iamRole("Developer"),
      rolePolicy("Developer", allowing("dynamodb:DeleteTable")),
      {
        type: "aws:iam/rolePolicy:RolePolicy",
        name: "guard",
        properties: {
          role: "Developer",
          policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: { Effect: "Deny", Action: "dynamodb:deletetable", Resource: "*" },
          }),
        },
      },
    ],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "the action on everything, by star or by an ARN that is as good",
    resources: [
      iamRole("Star"),
      rolePolicy("Star", allowing("dynamodb:DeleteTable")),
      iamRole("Wide"),
      rolePolicy("Wide", allowing("DYNAMODB:DELETETABLE", "arn:aws:dynamodb:*:*:table/*")),
    ],
    findings: ["Star", "Wide"].map((role) => ({
      outcome: "violation",
      resource: role,
      message: `the role "${role}" may do dynamodb:DeleteTable on every resource, by "${role}-inline.policy"`,
    })),
  },
  {
    title: "a service's star on a group, told once and not for its users",
    resources: [iamUser("Kim"), iamGroup("Ops"), groupPolicy("Ops", allowing("sqs:*")), groupsOfUser("Kim", ["Ops"])],
    findings: [
      {
        outcome: "violation",
        resource: "Ops",
        message: 'the group "Ops" may do sqs:DeleteQueue, sqs:PurgeQueue on every resource, by "Ops-inline.policy"',
      },
    ],
  },
  {
    title: "all but the rights of administrators",
    resources: [
      iamRole("Power"),
      {
        type: "aws:iam/rolePolicy:RolePolicy",
        name: "power",
        properties: {
          role: "Power",
          policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: { Effect: "Allow", NotAction: "iam:*", Resource: "*" },
          }),
        },
      },
    ],
    findings: [
      {
        outcome: "violation",
        resource: "Power",
        message:
          'the role "Power" may do backup:DeleteBackupVault, backup:DeleteRecoveryPoint, cloudformation:DeleteStack, cloudtrail:DeleteTrail, cloudtrail:StopLogging and 34 more on every resource, by "power.policy"',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a policy that only the update tells",
    resources: [iamRole("Developer"), rolePolicy("Developer", unknownAtPreview)],
    findings: [
      {
        outcome: "undetermined",
        resource: "Developer-inline",
        property: "policy",
        message: 'what the role "Developer" may do is not known: nobody has read "Developer-inline.policy"',
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
