import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { block, policyForAll } from "../conditional-access-examples";

const passing: readonly RuleExample[] = [
  {
    title: "both kinds",
    resources: [policyForAll({ conditions: { clientAppTypes: ["exchangeActiveSync", "other"] }, grant: block })],
    findings: [],
  },
  {
    title: "one policy a kind",
    resources: [
      policyForAll({ conditions: { clientAppTypes: ["exchangeActiveSync"] }, grant: block }),
      policyForAll({ name: "other", conditions: { clientAppTypes: ["other"] }, grant: block }),
    ],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "one kind only",
    resources: [policyForAll({ conditions: { clientAppTypes: ["other"] }, grant: block })],
    findings: [
      {
        outcome: "violation",
        message: 'a sign-in by Exchange ActiveSync is not blocked; policy "policy": only other clients',
      },
    ],
  },
  {
    title: "MFA in place of a block",
    resources: [policyForAll()],
    findings: [
      {
        outcome: "violation",
        message: 'a sign-in by Exchange ActiveSync is not blocked; policy "policy": demands mfa only',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a group that only the update tells is left out",
    resources: [policyForAll({ users: { excludedGroups: [unknownAtPreview] }, grant: block })],
    findings: [
      {
        resource: "policy",
        property: "conditions.users.excludedGroups[0]",
        outcome: "undetermined",
        message:
          'it is not known whether a sign-in by Exchange ActiveSync is not blocked; the policy "policy" is known only after the update',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
