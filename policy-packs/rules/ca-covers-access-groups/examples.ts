import { policyForAll } from "../conditional-access-examples";
import {
  unknownAtPreview,
  type ExampleFinding,
  type ExampleResource,
  type RuleExample,
  type RuleExamples,
} from "../example";

const groupId = "aaaa0000-0000-4000-8000-000000000001";
const clientId = "cccc0000-0000-4000-8000-000000000003";
const value = "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID";

const federation = (value: unknown, group: unknown = groupId): readonly ExampleResource[] => [
  { type: "azuread:index/group:Group", name: "developers", properties: { objectId: group } },
  {
    type: "azuread:index/applicationFromTemplate:ApplicationFromTemplate",
    name: "application",
    properties: { applicationId: unknownAtPreview, templateId: "8b1025e4-1dd2-430b-a150-2ef79cd700f5" },
  },
  {
    type: "azuread:index/servicePrincipal:ServicePrincipal",
    name: "principal",
    properties: { clientId, objectId: "55550000-0000-4000-8000-000000000007" },
    from: { clientId: ["application"] },
  },
  {
    type: "azuread:index/applicationAppRole:ApplicationAppRole",
    name: "role",
    properties: { applicationId: unknownAtPreview, roleId: "318a50bc-9870-5178-bb28-d00ff3a45717", value },
    from: { applicationId: ["application"] },
  },
  {
    type: "azuread:index/appRoleAssignment:AppRoleAssignment",
    name: "assignment",
    properties: {
      appRoleId: "318a50bc-9870-5178-bb28-d00ff3a45717",
      principalObjectId: group,
      resourceObjectId: "55550000-0000-4000-8000-000000000007",
    },
    from: { appRoleId: ["role"], principalObjectId: ["developers"], resourceObjectId: ["principal"] },
  },
];

const forDevelopers = {
  users: { includedUsers: [], includedGroups: [groupId], excludedGroups: ["break-glass"] },
  applications: { includedApplications: [clientId] },
};

const passing: readonly RuleExample[] = [
  {
    title: "a policy for group and application",
    resources: [...federation(value), policyForAll(forDevelopers)],
    findings: [],
  },
  { title: "a policy for everybody", resources: [...federation(value), policyForAll()], findings: [] },
  {
    title: "an app role that leads elsewhere",
    resources: federation("Reader"),
    findings: [],
  },
  {
    title: "an accepted account is left out",
    resources: [...federation(value), policyForAll({ users: { excludedUsers: ["emergency"] } })],
    settings: { breakGlassIds: ["emergency"] },
    findings: [],
  },
];

const finding = (message: string): ExampleFinding => ({
  resource: "developers",
  outcome: "violation",
  property: undefined,
  message: `the group "developers" gives a role in AWS, and a sign-in ${message}`,
});

const violations: readonly RuleExample[] = [
  {
    title: "no policy at all",
    resources: federation(value),
    findings: [finding("gets through without MFA; there is no policy")],
  },
  {
    title: "a managed device is enough",
    resources: [
      ...federation(value),
      policyForAll({ ...forDevelopers, grant: { operator: "OR", builtInControls: ["mfa", "compliantDevice"] } }),
    ],
    findings: [
      finding(
        'from a compliant device gets through without MFA; policy "policy": is content with compliantDevice, one of its controls',
      ),
    ],
  },
  {
    title: "browsers only",
    resources: [...federation(value), policyForAll({ ...forDevelopers, conditions: { clientAppTypes: ["browser"] } })],
    findings: [finding('with an app gets through without MFA; policy "policy": only browser clients')],
  },
  {
    title: "another application",
    resources: [
      ...federation(value),
      policyForAll({ ...forDevelopers, applications: { includedApplications: ["another"] } }),
    ],
    findings: [finding('gets through without MFA; policy "policy": only the applications "another"')],
  },
  {
    title: "report-only",
    resources: [...federation(value), policyForAll({ ...forDevelopers, state: "enabledForReportingButNotEnforced" })],
    findings: [finding('gets through without MFA; policy "policy": is report-only')],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a policy of which only the update tells the group",
    resources: [
      ...federation(value, unknownAtPreview),
      policyForAll({ users: { includedUsers: [], includedGroups: [unknownAtPreview] }, from: ["developers"] }),
    ],
    findings: [
      {
        resource: "policy",
        outcome: "undetermined",
        property: "conditions.users.includedGroups[0]",
        message:
          'the group "developers" gives a role in AWS, and it is not known whether a sign-in gets through without MFA; the policy "policy" is known only after the update',
      },
    ],
  },
  {
    title: "a user is left out who may be a member",
    resources: [...federation(value), policyForAll({ users: { excludedUsers: ["bob"] } })],
    findings: [
      {
        resource: "developers",
        outcome: "undetermined",
        property: undefined,
        message:
          'the group "developers" gives a role in AWS, and it is not known whether a sign-in by the user "bob" gets through without MFA; policy "policy": excludes the user "bob"',
      },
    ],
  },
  {
    title: "an app role of which only the update tells the value",
    resources: federation(unknownAtPreview),
    findings: [
      {
        resource: "developers",
        outcome: "undetermined",
        property: undefined,
        message:
          'the group "developers" may give a role in AWS: what it gives is known only after the update, and a sign-in gets through without MFA; there is no policy',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
