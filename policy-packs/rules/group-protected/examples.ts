import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const group = (assignableToRole?: unknown, displayName = "AWS-Account1-Administrators"): ExampleResource => ({
  type: "azuread:index/group:Group",
  name: "group",
  properties: { displayName, objectId: unknownAtPreview, assignableToRole },
});

const appRole = (role: string): ExampleResource => ({
  type: "azuread:index/applicationAppRole:ApplicationAppRole",
  name: "appRole",
  properties: {
    roleId: unknownAtPreview,
    value: `arn:aws:iam::111122223333:role/${role},arn:aws:iam::111122223333:saml-provider/EntraID`,
  },
});

const assignment: ExampleResource = {
  type: "azuread:index/appRoleAssignment:AppRoleAssignment",
  name: "assignment",
  properties: { principalObjectId: unknownAtPreview, appRoleId: unknownAtPreview },
  from: { principalObjectId: ["group"], appRoleId: ["appRole"] },
};

/** An app role that Entra's role import has written. */
const imported: readonly ExampleResource[] = [
  {
    type: "azuread:index/applicationFromTemplate:ApplicationFromTemplate",
    name: "application",
    properties: { templateId: "8b1025e4-1dd2-430b-a150-2ef79cd700f5", servicePrincipalObjectId: unknownAtPreview },
  },
  {
    type: "azuread:index/appRoleAssignment:AppRoleAssignment",
    name: "assignment",
    properties: {
      principalObjectId: unknownAtPreview,
      appRoleId: "22222222-0000-4000-8000-000000000002",
      resourceObjectId: unknownAtPreview,
    },
    from: { principalObjectId: ["group"], resourceObjectId: ["application"] },
  },
];

const role: readonly ExampleResource[] = [
  { type: "aws:iam/role:Role", name: "role", properties: { name: "Platform", arn: unknownAtPreview } },
  {
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    name: "attachment",
    properties: { role: "Platform", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
  },
];

const passing: readonly RuleExample[] = [
  {
    title: "a role-assignable group of administrators",
    resources: [group(true), appRole("Administrator"), assignment],
    findings: [],
  },
  {
    title: "an ordinary group that gives another role",
    resources: [group(false, "AWS-Account1-Developers"), appRole("Developer"), assignment],
    findings: [],
  },
  {
    title: "an ordinary group for an imported role that is no administrator's, by its name",
    resources: [group(false, "AWS-Account1-Developers"), ...imported],
    findings: [],
  },
  { title: "a group that gives nothing in AWS", resources: [group()], findings: [] },
];

const open = (what: string): RuleExample["findings"] => [
  {
    resource: "group",
    outcome: "violation",
    property: "assignableToRole",
    message: `the group ${what}, but is not role-assignable, so that administrators of groups and users change its members`,
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "an ordinary group of administrators",
    resources: [group(), appRole("Administrator"), assignment],
    findings: open("makes administrators of AWS"),
  },
  {
    title: "an ordinary group for a role of another name that may do everything",
    resources: [group(false, "AWS-Account1-Platforms"), appRole("Platform"), assignment, ...role],
    findings: open("makes administrators of AWS"),
  },
  {
    title: "an ordinary group for an imported role, by its name",
    resources: [group(), ...imported],
    findings: open("makes administrators of AWS"),
  },
  {
    title: "any group that gives a role, where all are judged",
    resources: [group(false, "AWS-Account1-Developers"), appRole("Developer"), assignment],
    settings: { groups: "all" },
    findings: open("gives a role in AWS"),
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a setting that only the update tells",
    resources: [group(unknownAtPreview), appRole("Administrator"), assignment],
    findings: [
      {
        resource: "group",
        outcome: "undetermined",
        property: "assignableToRole",
        message:
          "the group makes administrators of AWS, and whether it is role-assignable is known only after the update",
      },
    ],
  },
  {
    title: "an imported role, and a group that is not named by the convention",
    resources: [group(false, "Cloud people"), ...imported],
    findings: [
      {
        resource: "group",
        outcome: "undetermined",
        message: "whether the group makes administrators of AWS is not known: nothing here says which role it gives",
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
