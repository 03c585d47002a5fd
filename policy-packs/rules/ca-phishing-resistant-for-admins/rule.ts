import { adminRoleIds, breakGlassIds, judgeCoverage } from "../judge-coverage";
import type { RuleOption, StackRule } from "../rule";

export const caPhishingResistantForAdmins: StackRule<{
  breakGlassIds: RuleOption<readonly string[]>;
  adminRoleIds: RuleOption<readonly string[]>;
}> = {
  kind: "stack",
  id: "ca-phishing-resistant-for-admins",
  title: "Administrators need phishing-resistant MFA for every sign-in",
  severity: "high",
  scope: "tenant",
  why: "A code or a push message is given to whoever asks for it well enough. Whoever takes over an administrator takes over the tenant, and with it every AWS account that trusts it.",
  fix: "Demand the phishing-resistant authentication strength of each administrators' role, for all applications and clients.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-admin-phish-resistant-mfa",
    "https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md",
  ],
  frameworks: ["ScubaGear MS.AAD.3.6v1", "CIS Microsoft 365 4.0.0 5.2.2.5"],
  options: { breakGlassIds, adminRoleIds },
  judge(stack, settings) {
    return judgeCoverage(stack, "phishing-resistant-mfa-for-admin-roles", settings);
  },
};
