import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { block, policyForAll } from "../conditional-access-examples";

const passing: readonly RuleExample[] = [
  {
    title: "a policy for each",
    resources: [
      policyForAll({ conditions: { userRiskLevels: ["high"] }, grant: block }),
      policyForAll({ name: "sign-ins", conditions: { signInRiskLevels: ["medium", "high"] }, grant: block }),
    ],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "both in one policy",
    resources: [policyForAll({ conditions: { userRiskLevels: ["high"], signInRiskLevels: ["high"] }, grant: block })],
    findings: [
      {
        outcome: "violation",
        message: 'a sign-in of high user risk is not blocked; policy "policy": only high sign-in risk',
      },
      {
        outcome: "violation",
        message: 'a sign-in of high sign-in risk is not blocked; policy "policy": only high user risk',
      },
    ],
  },
  {
    title: "users only",
    resources: [policyForAll({ conditions: { userRiskLevels: ["high"] }, grant: block })],
    findings: [
      {
        outcome: "violation",
        message: 'a sign-in of high sign-in risk is not blocked; policy "policy": only high user risk',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a group that only the update tells is left out",
    resources: [
      policyForAll({
        users: { excludedGroups: [unknownAtPreview] },
        conditions: { userRiskLevels: ["high"] },
        grant: block,
      }),
      policyForAll({ name: "sign-ins", conditions: { signInRiskLevels: ["high"] }, grant: block }),
    ],
    findings: [
      {
        resource: "policy",
        property: "conditions.users.excludedGroups[0]",
        outcome: "undetermined",
        message:
          'it is not known whether a sign-in of high user risk is not blocked; the policy "policy" is known only after the update',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
