import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import {
  allowing,
  groupPolicy,
  groupsOfUser,
  iamGroup,
  iamUser,
  roleAttachment,
  userAttachment,
  userPolicy,
} from "../iam-examples";

const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

const passing: readonly RuleExample[] = [
  {
    title: "a user with the policies of a group",
    resources: [
      iamUser("Kim"),
      iamGroup("Readers"),
      groupPolicy("Readers", allowing("s3:GetObject")),
      groupsOfUser("Kim", ["Readers"]),
    ],
    findings: [],
  },
  {
    title: "a group that names its users, before either has a name",
    resources: [
      iamUser("Kim", { name: unknownAtPreview }),
      iamGroup("Readers"),
      {
        type: "aws:iam/groupMembership:GroupMembership",
        name: "readers",
        properties: { group: "Readers", users: [unknownAtPreview] },
        from: { users: ["Kim"] },
      },
    ],
    findings: [],
  },
  {
    title: "the provisioning agent's user with its one policy",
    resources: [
      iamUser("Svc-EntraProvisioning-Account1"),
      userPolicy("Svc-EntraProvisioning-Account1", allowing("s3:*")),
    ],
    findings: [],
  },
  {
    title: "a policy on a role",
    resources: [roleAttachment("Developer", readOnly)],
    findings: [],
  },
  {
    title: "a group whose users another stack puts in",
    resources: [iamGroup("Readers")],
    settings: { emptyGroups: true },
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "an inline policy and an attached one on a user",
    resources: [
      iamUser("Kim"),
      userPolicy("Kim", allowing("s3:GetObject")),
      userAttachment("Kim", readOnly),
      iamGroup("Readers"),
      groupsOfUser("Kim", ["Readers"]),
    ],
    findings: [
      {
        outcome: "violation",
        resource: "Kim-inline",
        property: "policy",
        message: 'the user "Kim" has a policy of its own: "Kim-inline.policy"',
      },
      {
        outcome: "violation",
        resource: "Kim-attached",
        property: "policyArn",
        message: `the user "Kim" has a policy of its own: "${readOnly}"`,
      },
    ],
  },
  {
    title: "a policy on a user of another stack",
    resources: [userPolicy("Kim", unknownAtPreview)],
    findings: [
      {
        outcome: "violation",
        resource: "Kim-inline",
        property: "policy",
        message: 'the user "Kim" has a policy of its own: "Kim-inline.policy"',
      },
    ],
  },
  {
    title: "a user in no group, and a group without users",
    resources: [iamUser("Kim"), iamGroup("Readers")],
    findings: [
      { outcome: "violation", resource: "Kim", message: 'the user "Kim" is in no group' },
      { outcome: "violation", resource: "Readers", message: 'the group "Readers" has no users' },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a membership of users that only the update tells",
    resources: [
      iamUser("Kim"),
      iamGroup("Readers"),
      {
        type: "aws:iam/groupMembership:GroupMembership",
        name: "readers",
        properties: { group: "Readers", users: unknownAtPreview },
      },
    ],
    findings: [
      {
        outcome: "undetermined",
        resource: "readers",
        property: "users",
        message: 'whether the user "Kim" is in a group is known only after the update',
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
