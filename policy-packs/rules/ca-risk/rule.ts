import { breakGlassIds, judgeCoverage } from "../judge-coverage";
import type { RuleOption, StackRule } from "../rule";

export const caRisk: StackRule<{ breakGlassIds: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "ca-risk",
  title: "Users and sign-ins of high risk are blocked",
  severity: "medium",
  scope: "tenant",
  why: "High risk means that Microsoft has seen the password for sale, or the sign-in from where its owner cannot be. Nobody should come in by it until somebody has looked.",
  fix: "Block the user risk level high and, in a policy of its own, the sign-in risk level high, for all users and applications.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-risk-based-user",
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-risk-based-sign-in",
    "https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md",
  ],
  frameworks: [
    "ScubaGear MS.AAD.2.1v1",
    "ScubaGear MS.AAD.2.3v1",
    "CIS Microsoft 365 4.0.0 5.2.2.6",
    "CIS Microsoft 365 4.0.0 5.2.2.7",
  ],
  options: { breakGlassIds },
  judge(stack, settings) {
    return [
      ...judgeCoverage(stack, "high-risk-users-blocked", settings),
      ...judgeCoverage(stack, "high-risk-sign-ins-blocked", settings),
    ];
  },
};
