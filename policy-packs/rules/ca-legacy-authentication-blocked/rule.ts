import { breakGlassIds, judgeCoverage } from "../judge-coverage";
import type { RuleOption, StackRule } from "../rule";

export const caLegacyAuthenticationBlocked: StackRule<{ breakGlassIds: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "ca-legacy-authentication-blocked",
  title: "Clients that know no MFA are blocked, for every user and application",
  severity: "high",
  scope: "tenant",
  why: "Legacy protocols send a password and cannot be asked for anything else, which is why most password attacks use them.",
  fix: "Block the client types exchangeActiveSync and other for all users and applications.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-block-legacy-authentication",
    "https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md",
  ],
  frameworks: ["ScubaGear MS.AAD.1.1v1", "CIS Microsoft 365 4.0.0 5.2.2.3"],
  options: { breakGlassIds },
  judge(stack, settings) {
    return judgeCoverage(stack, "legacy-authentication-blocked", settings);
  },
};
