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
    resources: [iamRole("Developer"), rolePolicy("Developer", allowing("s3:GetObject", "arn:aws:s3:::reports/*"))],
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
    resources: [iamRole("Developer"), rolePolicy("Developer", allowing("s3:ListAllMyBuckets"))],
    findings: [],
  },
  {
    title: "the action on everything that is tagged as the caller's team's",
    resources: [
      iamRole("Developer"),
      rolePolicy(
        "Developer",
        allowing("s3:GetObject", "*", { StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } }),
      ),
    ],
    findings: [],
  },
  {
    title: "an Allow for everything that another policy denies",
    resources: [
      iamRole("Developer"),
      rolePolicy("Developer", allowing("s3:GetObject")),
      {
        type: "aws:iam/rolePolicy:RolePolicy",
        name: "guard",
        properties: {
          role: "Developer",
          policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: { Effect: "Deny", Action: "s3:getobject", Resource: "*" },
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
      rolePolicy("Star", allowing("s3:GetObject")),
      iamRole("Wide"),
      rolePolicy("Wide", allowing("S3:GETOBJECT", "arn:aws:s3:::*")),
    ],
    findings: ["Star", "Wide"].map((role) => ({
      outcome: "violation",
      resource: role,
      message: `the role "${role}" may do s3:GetObject on every resource, by "${role}-inline.policy"`,
    })),
  },
  {
    title: "a service's star on a group, told once and not for its users",
    resources: [iamUser("Kim"), iamGroup("Ops"), groupPolicy("Ops", allowing("s3:*")), groupsOfUser("Kim", ["Ops"])],
    findings: [
      {
        outcome: "violation",
        resource: "Ops",
        message: 'the group "Ops" may do s3:GetObject, s3:GetObjectVersion on every resource, by "Ops-inline.policy"',
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
          'the role "Power" may do athena:GetQueryResults, codecommit:GitPull, dynamodb:BatchGetItem, dynamodb:ExportTableToPointInTime, dynamodb:GetItem and 22 more on every resource, by "power.policy"',
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
