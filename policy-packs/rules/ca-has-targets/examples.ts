import { policyForAll } from "../conditional-access-examples";
import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";

const passing: readonly RuleExample[] = [
  { title: "all users and applications", resources: [policyForAll()], findings: [] },
  {
    title: "one role and an action",
    resources: [
      policyForAll({
        users: { includedUsers: [], includedRoles: ["role"] },
        applications: { includedApplications: [], includedUserActions: ["urn:user:registersecurityinfo"] },
      }),
    ],
    findings: [],
  },
  {
    title: "workload identities",
    resources: [
      policyForAll({
        users: { includedUsers: ["None"] },
        conditions: { clientApplications: { includedServicePrincipals: ["ServicePrincipalsInMyTenant"] } },
      }),
    ],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "nobody",
    resources: [policyForAll({ users: { includedUsers: ["None"] } })],
    findings: [
      {
        resource: "policy",
        outcome: "violation",
        property: "conditions.users",
        message: 'the policy "policy" includes no users, groups, roles or guests, so it applies to no sign-in',
      },
    ],
  },
  {
    title: "conditions of the wrong kind",
    resources: [policyForAll({ users: { includedUsers: "All" }, applications: { includedApplications: [] } })],
    findings: [
      {
        resource: "policy",
        outcome: "violation",
        property: "conditions.users",
        message: 'the policy "policy" includes no users, groups, roles or guests, so it applies to no sign-in',
      },
      {
        resource: "policy",
        outcome: "violation",
        property: "conditions.applications",
        message: 'the policy "policy" includes no applications or user actions, so it applies to no sign-in',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "conditions that only the update tells",
    resources: [policyForAll({ users: { includedUsers: unknownAtPreview } })],
    findings: [
      {
        resource: "policy",
        outcome: "undetermined",
        property: "conditions.users.includedUsers",
        message: 'whether the policy "policy" has targets is known only after the update',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
