import { breakGlassIds, judgeCoverage } from "../judge-coverage";
import type { RuleOption, StackRule } from "../rule";

export const caMfaForAll: StackRule<{ breakGlassIds: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "ca-mfa-for-all",
  title: "Every sign-in of every user needs MFA, whatever client, platform, place, device or risk",
  severity: "high",
  scope: "tenant",
  why: "A stolen password is enough for every sign-in that some condition leaves out: one client, one platform, one place is where it will be used.",
  fix: "Demand MFA of all users for all applications and clients, without other controls beside it in OR, and cover each exclusion by another policy.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-all-users-mfa-strength",
    "https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md",
  ],
  frameworks: ["ScubaGear MS.AAD.3.2v1", "CIS Microsoft 365 4.0.0 5.2.2.2"],
  options: { breakGlassIds },
  judge(stack, settings) {
    return judgeCoverage(stack, "mfa-for-all-users", settings);
  },
};
