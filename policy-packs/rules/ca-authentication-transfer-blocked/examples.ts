import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { block, policyForAll } from "../conditional-access-examples";

const passing: readonly RuleExample[] = [
  {
    title: "both flows",
    resources: [
      policyForAll({
        conditions: { authenticationFlowTransferMethods: ["deviceCodeFlow", "authenticationTransfer"] },
        grant: block,
      }),
    ],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "the device code flow only",
    resources: [policyForAll({ conditions: { authenticationFlowTransferMethods: ["deviceCodeFlow"] }, grant: block })],
    findings: [
      {
        outcome: "violation",
        message: 'a sign-in by authenticationTransfer is not blocked; policy "policy": only deviceCodeFlow',
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
        conditions: { authenticationFlowTransferMethods: ["authenticationTransfer"] },
        grant: block,
      }),
    ],
    findings: [
      {
        resource: "policy",
        property: "conditions.users.excludedGroups[0]",
        outcome: "undetermined",
        message:
          'it is not known whether a sign-in by authenticationTransfer is not blocked; the policy "policy" is known only after the update',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
