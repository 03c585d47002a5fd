import { policyForAll } from "../conditional-access-examples";
import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";

const passing: readonly RuleExample[] = [{ title: "enabled", resources: [policyForAll()], findings: [] }];

const finding = (message: string) =>
  ({ resource: "policy", outcome: "violation", property: "state", message }) as const;

const violations: readonly RuleExample[] = [
  {
    title: "disabled",
    resources: [policyForAll({ state: "disabled" })],
    findings: [finding('the policy "policy" is disabled, so it protects nobody')],
  },
  {
    title: "report-only",
    resources: [policyForAll({ state: "enabledForReportingButNotEnforced" })],
    findings: [
      finding(
        'the policy "policy" is report-only: it writes into the sign-in log what it would have done, and lets everybody in',
      ),
    ],
  },
  {
    title: "a state that does not exist",
    resources: [policyForAll({ state: "Enabled" })],
    findings: [
      finding(
        'the policy "policy" has a state that is neither enabled, disabled nor enabledForReportingButNotEnforced',
      ),
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a state that only the update tells",
    resources: [policyForAll({ state: unknownAtPreview })],
    findings: [
      {
        resource: "policy",
        outcome: "undetermined",
        property: "state",
        message: 'whether the policy "policy" is enabled is known only after the update',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
