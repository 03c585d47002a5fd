import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { policyForAll } from "../conditional-access-examples";

const passing: readonly RuleExample[] = [
  {
    title: "a day",
    resources: [policyForAll({ session: { signInFrequency: 1, signInFrequencyPeriod: "days" } })],
    findings: [],
  },
  {
    title: "every time",
    resources: [policyForAll({ session: { signInFrequencyInterval: "everyTime" } })],
    findings: [],
  },
  {
    title: "what is configured",
    resources: [policyForAll({ session: { signInFrequency: 3, signInFrequencyPeriod: "days" } })],
    settings: { hours: 72 },
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "twenty-five hours",
    resources: [policyForAll({ session: { signInFrequency: 25, signInFrequencyPeriod: "hours" } })],
    settings: { adminRoleIds: ["role-1"] },
    findings: [
      {
        outcome: "violation",
        message:
          'a sign-in of a holder of the role "role-1" leaves a session of more than 24 hours; policy "policy": asks for no new sign-in within 24 hours',
      },
    ],
  },
  {
    title: "browsers only",
    resources: [
      policyForAll({
        conditions: { clientAppTypes: ["browser"] },
        session: { signInFrequency: 4, signInFrequencyPeriod: "hours" },
      }),
    ],
    settings: { adminRoleIds: ["role-1"] },
    findings: [
      {
        outcome: "violation",
        message:
          'a sign-in of a holder of the role "role-1" with an app leaves a session of more than 24 hours; policy "policy": only browser clients',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a length that only the update tells",
    resources: [policyForAll({ session: { signInFrequency: unknownAtPreview, signInFrequencyPeriod: "hours" } })],
    settings: { adminRoleIds: ["role-1"] },
    findings: [
      {
        resource: "policy",
        property: "sessionControls.signInFrequency",
        outcome: "undetermined",
        message:
          'it is not known whether a sign-in of a holder of the role "role-1" leaves a session of more than 24 hours; the policy "policy" is known only after the update',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
