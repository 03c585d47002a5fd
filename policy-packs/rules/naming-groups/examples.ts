import { unknownAtPreview, type ExampleResource, type RuleExample } from "../example";

const group = (name: string, properties: ExampleResource["properties"]): ExampleResource => ({
  type: "azuread:index/group:Group",
  name,
  properties,
});

const appRole = (name: string, value: unknown): ExampleResource => ({
  type: "azuread:index/applicationAppRole:ApplicationAppRole",
  name,
  properties: { roleId: `id of ${name}`, value },
});

/** An assignment as a preview shows it: where it leads is known, the group's id is not. */
const assignment = (name: string, groupName: string, appRoleName: string): ExampleResource => ({
  type: "azuread:index/appRoleAssignment:AppRoleAssignment",
  name,
  properties: { principalObjectId: unknownAtPreview, appRoleId: unknownAtPreview },
  from: { principalObjectId: [groupName], appRoleId: [appRoleName] },
});

const developer = "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID";

const byConvention = 'but its name is not of the form "AWS-{account}-{role}s"';

const passing: readonly RuleExample[] = [
  {
    title: "the convention's name, and its app role",
    resources: [
      group("developers", { displayName: "AWS-Account1-Developers" }),
      appRole("developer", developer),
      assignment("developers-developer", "developers", "developer"),
    ],
    findings: [],
  },
  {
    title: "a group that gives nothing in AWS",
    resources: [group("finance", { displayName: "Finance" })],
    findings: [],
  },
  {
    title: "an app role of another application",
    resources: [
      group("authors", { displayName: "Authors" }),
      appRole("author", "Author"),
      assignment("authors-author", "authors", "author"),
    ],
    findings: [],
  },
  {
    title: "a convention of one's own",
    resources: [
      group("developers", { displayName: "cloud.Account1.Developer" }),
      appRole("developer", developer),
      assignment("developers-developer", "developers", "developer"),
      group("press", { displayName: "AWS-Newsletter" }),
    ],
    settings: { pattern: "cloud.{account}.{role}" },
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "a group with another name that is assigned a role in AWS",
    resources: [
      group("developers", { displayName: "Cloud developers" }),
      appRole("developer", developer),
      assignment("developers-developer", "developers", "developer"),
    ],
    findings: [
      {
        resource: "developers",
        outcome: "violation",
        property: "displayName",
        message: `the group "Cloud developers" gives a role in AWS, ${byConvention}`,
      },
    ],
  },
  {
    title: "an assignment by literal ids, to an app role that the stack does not hold",
    resources: [
      group("developers", { displayName: "Cloud developers", objectId: "11111111-0000-4000-8000-000000000001" }),
      {
        type: "azuread:index/appRoleAssignment:AppRoleAssignment",
        name: "developers-developer",
        properties: {
          principalObjectId: "11111111-0000-4000-8000-000000000001",
          appRoleId: "22222222-0000-4000-8000-000000000002",
        },
      },
    ],
    findings: [
      {
        resource: "developers",
        outcome: "violation",
        property: "displayName",
        message: `the group "Cloud developers" gives a role in AWS, ${byConvention}`,
      },
    ],
  },
  {
    title: "an app role whose value the preview does not know",
    resources: [
      group("developers", { displayName: "Cloud developers" }),
      appRole("developer", unknownAtPreview),
      assignment("developers-developer", "developers", "developer"),
    ],
    findings: [
      {
        resource: "developers",
        outcome: "violation",
        property: "displayName",
        message: `the group "Cloud developers" gives a role in AWS, ${byConvention}`,
      },
    ],
  },
  {
    title: "the prefix without the form, in any letter case",
    resources: [group("press", { displayName: "aws-newsletter" })],
    findings: [
      {
        resource: "press",
        outcome: "violation",
        property: "displayName",
        message: `the group "aws-newsletter" has the prefix of groups that give a role in AWS, ${byConvention}`,
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a name that is computed from what the cloud invents",
    resources: [group("developers", { displayName: unknownAtPreview })],
    findings: [
      {
        resource: "developers",
        outcome: "undetermined",
        property: "displayName",
        message: "the group's name is known only after the update, so it cannot be compared with the convention",
      },
    ],
  },
];

export const examples = { passing, violations, undetermined };
