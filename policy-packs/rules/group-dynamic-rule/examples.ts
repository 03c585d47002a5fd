import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const group = (rule: unknown): ExampleResource => ({
  type: "azuread:index/group:Group",
  name: "group",
  properties: { displayName: "AWS-Account1-Developers", dynamicMembership: rule && { enabled: true, rule } },
});

const access: readonly ExampleResource[] = [
  {
    type: "azuread:index/applicationAppRole:ApplicationAppRole",
    name: "appRole",
    properties: {
      value: "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID",
    },
  },
  {
    type: "azuread:index/appRoleAssignment:AppRoleAssignment",
    name: "assignment",
    properties: { principalObjectId: unknownAtPreview, appRoleId: unknownAtPreview },
    from: { principalObjectId: ["group"], appRoleId: ["appRole"] },
  },
];

const passing: readonly RuleExample[] = [
  { title: "a group whose members are assigned", resources: [...access, group(undefined)], findings: [] },
  {
    title: "a rule on an attribute that only administrators write",
    resources: [...access, group('user.department -eq "Platform (user.mobile is no part of this)"')],
    findings: [],
  },
  {
    title: "an attribute that guests bring along, where guests are out",
    resources: [...access, group('(user.userPrincipalName -match "@contoso.com$") and (user.userType -eq "Member")')],
    findings: [],
  },
  {
    title: "a group that gives nothing in AWS",
    resources: [group('user.displayName -contains "press"')],
    findings: [],
  },
];

const violation = (attribute: string, writer: string): RuleExample["findings"][number] => ({
  resource: "group",
  outcome: "violation",
  property: "dynamicMembership.rule",
  message: `the group gives a role in AWS and is filled by "user.${attribute}", which ${writer} may write`,
});

const guests = "who invites a guest, and the guest's own tenant,";

const violations: readonly RuleExample[] = [
  {
    title: "attributes that guests bring along, each once",
    resources: [
      ...access,
      group(
        '(user.displayName -contains "admin") or (user.DisplayName -contains "dev") or (user.mail -contains "dev")',
      ),
    ],
    findings: [violation("displayName", guests), violation("mail", guests)],
  },
  {
    title: "guests that are out of one half of the rule alone",
    resources: [...access, group('(user.userType -eq "Member") -or (user.mail -startsWith "dev")')],
    findings: [violation("mail", guests)],
  },
  {
    title: "an attribute that members write themselves",
    resources: [...access, group('(user.userType -eq "Member") and (user.mobile -startsWith "+49")')],
    findings: [violation("mobile", "the user")],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a rule that is computed from what the cloud invents",
    resources: [...access, group(unknownAtPreview)],
    findings: [
      {
        resource: "group",
        outcome: "undetermined",
        property: "dynamicMembership.rule",
        message: "the rule that fills the group is known only after the update",
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
