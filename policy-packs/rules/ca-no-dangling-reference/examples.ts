import { policyForAll } from "../conditional-access-examples";
import {
  unknownAtPreview,
  type ExampleFinding,
  type ExampleResource,
  type RuleExample,
  type RuleExamples,
} from "../example";

const groupId = "aaaa0000-0000-4000-8000-000000000001";
const objectId = "bbbb0000-0000-4000-8000-000000000002";
const clientId = "cccc0000-0000-4000-8000-000000000003";
const elsewhere = "dddd0000-0000-4000-8000-000000000004";

const group = (id: unknown): ExampleResource => ({
  type: "azuread:index/group:Group",
  name: "developers",
  properties: { objectId: id },
});
const application: ExampleResource = {
  type: "azuread:index/application:Application",
  name: "application",
  properties: { id: `/applications/${objectId}`, clientId },
};

const passing: readonly RuleExample[] = [
  {
    title: "a group and an application of the stack",
    resources: [
      group(groupId),
      application,
      policyForAll({
        users: { includedUsers: [], includedGroups: [groupId] },
        applications: { includedApplications: [clientId.toUpperCase()] },
      }),
    ],
    findings: [],
  },
  {
    title: "ids of things that are elsewhere",
    resources: [
      policyForAll({
        users: { excludedUsers: [elsewhere], excludedRoles: [elsewhere] },
        conditions: { locations: { includedLocations: ["All"], excludedLocations: [`/namedLocations/${elsewhere}`] } },
      }),
    ],
    findings: [],
  },
  {
    title: "a group that the update makes",
    resources: [
      group(unknownAtPreview),
      policyForAll({ users: { includedGroups: [unknownAtPreview] }, from: ["developers"] }),
    ],
    findings: [],
  },
];

const finding = (property: string, message: string): ExampleFinding => ({
  resource: "policy",
  outcome: "violation",
  property: `conditions.${property}`,
  message: `the policy "policy" names ${message}`,
});

const violations: readonly RuleExample[] = [
  {
    title: "a group by its name",
    resources: [policyForAll({ users: { includedUsers: [], includedGroups: ["AWS-Account1-Developers"] } })],
    findings: [
      finding(
        "users.includedGroups[0]",
        '"AWS-Account1-Developers", which is no id; expected is the object id of a group',
      ),
    ],
  },
  {
    title: "an application by its object id",
    resources: [application, policyForAll({ applications: { includedApplications: [objectId] } })],
    findings: [
      finding(
        "applications.includedApplications[0]",
        `"${objectId}", which is an object id of an application; expected is the client id of an application`,
      ),
    ],
  },
  {
    title: "a group among the users",
    resources: [group(groupId), policyForAll({ users: { excludedUsers: [elsewhere, groupId] } })],
    findings: [
      finding("users.excludedUsers[1]", `"${groupId}", which is a group; expected is the object id of a user`),
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "an id that comes from nowhere in the stack",
    resources: [policyForAll({ users: { includedGroups: [unknownAtPreview] } })],
    findings: [
      {
        resource: "policy",
        outcome: "undetermined",
        property: "conditions.users.includedGroups[0]",
        message:
          'what the policy "policy" refers to is known only after the update, and comes from no resource of the stack',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
