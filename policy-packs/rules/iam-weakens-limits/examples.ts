import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { allowing, iamRole, rolePolicy } from "../iam-examples";

const boundaries = ["iam:DeleteRolePermissionsBoundary", "iam:PutRolePermissionsBoundary"];

const passing: readonly RuleExample[] = [
  {
    title: "reading roles and policies",
    resources: [iamRole("Developer"), rolePolicy("Developer", allowing(["iam:GetRole", "iam:ListPolicies"]))],
    findings: [],
  },
  {
    title: "the administrators' role",
    resources: [iamRole("Administrator"), rolePolicy("Administrator", allowing(boundaries))],
    findings: [],
  },
  {
    title: "a role that is listed as an administrators' one",
    resources: [iamRole("Deployer"), rolePolicy("Deployer", allowing(boundaries))],
    settings: { administratorRoles: ["Deployer"] },
    findings: [],
  },
  {
    title: "roles that AWS keeps for itself",
    resources: [
      iamRole("Developer"),
      rolePolicy("Developer", allowing(boundaries, "arn:aws:iam::111122223333:role/aws-service-role/*")),
    ],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "the boundaries of any role",
    resources: [iamRole("Developer"), rolePolicy("Developer", allowing(boundaries))],
    findings: [
      {
        resource: "Developer-inline",
        outcome: "violation",
        property: "policy.Statement[0]",
        message:
          'the role "Developer" can take limits away: `iam:DeleteRolePermissionsBoundary` → takes the permissions boundary ' +
          "from any role; `iam:PutRolePermissionsBoundary` → puts a wider permissions boundary on any role",
      },
    ],
  },
  {
    title: "the boundary of one role",
    resources: [
      iamRole("Developer"),
      rolePolicy("Developer", allowing("iam:Delete*Boundary", "arn:aws:iam::111122223333:role/Ops")),
    ],
    findings: [
      {
        resource: "Developer-inline",
        outcome: "violation",
        property: "policy.Statement[0]",
        message:
          'the role "Developer" can take limits away: `iam:DeleteRolePermissionsBoundary` on ' +
          '"arn:aws:iam::111122223333:role/Ops" → takes the permissions boundary from role "Ops"',
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
];

export const examples: RuleExamples = { passing, violations, undetermined };
