import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { policyForAll } from "../conditional-access-examples";

const passing: readonly RuleExample[] = [
  {
    title: "both, and nothing else",
    resources: [
      policyForAll({
        applications: { includedApplications: ["MicrosoftAdminPortals", "797f4846-ba00-4fd7-ba43-dac1f8f63013"] },
      }),
    ],
    findings: [],
  },
  { title: "everything", resources: [policyForAll()], findings: [] },
];

const violations: readonly RuleExample[] = [
  {
    title: "the portals only",
    resources: [policyForAll({ applications: { includedApplications: ["MicrosoftAdminPortals"] } })],
    findings: [
      {
        outcome: "violation",
        message:
          'a sign-in to the application "797f4846-ba00-4fd7-ba43-dac1f8f63013" gets through without MFA; policy "policy": only the applications "MicrosoftAdminPortals"',
      },
    ],
  },
  {
    title: "one platform is left out",
    resources: [
      policyForAll({ conditions: { platforms: { includedPlatforms: ["all"], excludedPlatforms: ["linux"] } } }),
    ],
    findings: [
      {
        outcome: "violation",
        message:
          'a sign-in to the application "MicrosoftAdminPortals" on linux gets through without MFA; policy "policy": excludes the platform linux',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a group that only the update tells is left out",
    resources: [policyForAll({ users: { excludedGroups: [unknownAtPreview] } })],
    findings: [
      {
        resource: "policy",
        property: "conditions.users.excludedGroups[0]",
        outcome: "undetermined",
        message:
          'it is not known whether a sign-in to the application "MicrosoftAdminPortals" gets through without MFA; the policy "policy" is known only after the update',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
