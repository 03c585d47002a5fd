import { policyForAll } from "../conditional-access-examples";
import { unknownAtPreview, type ExampleFinding, type RuleExample, type RuleExamples } from "../example";

const passing: readonly RuleExample[] = [
  {
    title: "a group is left out",
    resources: [policyForAll({ users: { excludedGroups: ["break-glass"] } })],
    findings: [],
  },
  {
    title: "the accounts that are configured are left out, in other letter case",
    resources: [policyForAll({ users: { excludedUsers: ["EMERGENCY-1", "emergency-2"] } })],
    settings: { breakGlassIds: ["emergency-1", "emergency-2"] },
    findings: [],
  },
  {
    title: "a policy for one group",
    resources: [policyForAll({ users: { includedUsers: [], includedGroups: ["developers"] } })],
    findings: [],
  },
  { title: "a policy that is disabled", resources: [policyForAll({ state: "disabled" })], findings: [] },
];

const finding = (message: string): ExampleFinding => ({
  resource: "policy",
  outcome: "violation",
  property: "conditions.users",
  message,
});

const violations: readonly RuleExample[] = [
  {
    title: "nobody is left out",
    resources: [policyForAll()],
    findings: [
      finding('the policy "policy" is for all users and excludes neither an account nor a group for emergencies'),
    ],
  },
  {
    title: "only guests are left out",
    resources: [policyForAll({ users: { excludedUsers: ["GuestsOrExternalUsers"] } })],
    findings: [
      finding('the policy "policy" is for all users and excludes neither an account nor a group for emergencies'),
    ],
  },
  {
    title: "one of two accounts is left out",
    resources: [
      policyForAll({ users: { includedUsers: [], includedRoles: ["role"], excludedUsers: ["emergency-1"] } }),
    ],
    settings: { breakGlassIds: ["emergency-1", "emergency-2"] },
    findings: [
      finding('the policy "policy" is for directory roles and excludes not "emergency-2", which is for emergencies'),
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "exclusions that only the update tells",
    resources: [policyForAll({ users: { excludedGroups: [unknownAtPreview] } })],
    findings: [
      {
        resource: "policy",
        outcome: "undetermined",
        property: "conditions.users.excludedGroups[0]",
        message: 'whether the policy "policy" leaves the accounts for emergencies out is known only after the update',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
