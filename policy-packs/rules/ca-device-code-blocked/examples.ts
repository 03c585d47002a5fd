import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { block, policyForAll } from "../conditional-access-examples";

const passing: readonly RuleExample[] = [
  {
    title: "the flow",
    resources: [policyForAll({ conditions: { authenticationFlowTransferMethods: ["deviceCodeFlow"] }, grant: block })],
    findings: [],
  },
  {
    title: "accounts of meeting rooms are left out",
    resources: [
      policyForAll({
        users: { excludedGroups: ["rooms"] },
        conditions: { authenticationFlowTransferMethods: ["deviceCodeFlow"] },
        grant: block,
      }),
    ],
    settings: { breakGlassIds: ["rooms"] },
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "MFA in place of a block",
    resources: [policyForAll({ conditions: { authenticationFlowTransferMethods: ["deviceCodeFlow"] } })],
    findings: [
      {
        outcome: "violation",
        message: 'a sign-in by deviceCodeFlow is not blocked; policy "policy": demands mfa only',
      },
    ],
  },
  {
    title: "the other flow",
    resources: [
      policyForAll({ conditions: { authenticationFlowTransferMethods: ["authenticationTransfer"] }, grant: block }),
    ],
    findings: [
      {
        outcome: "violation",
        message: 'a sign-in by deviceCodeFlow is not blocked; policy "policy": only authenticationTransfer',
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
        conditions: { authenticationFlowTransferMethods: ["deviceCodeFlow"] },
        grant: block,
      }),
    ],
    findings: [
      {
        resource: "policy",
        property: "conditions.users.excludedGroups[0]",
        outcome: "undetermined",
        message:
          'it is not known whether a sign-in by deviceCodeFlow is not blocked; the policy "policy" is known only after the update',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
