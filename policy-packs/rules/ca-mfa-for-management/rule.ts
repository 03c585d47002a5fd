import { breakGlassIds, judgeCoverage } from "../judge-coverage";
import type { RuleOption, StackRule } from "../rule";

export const caMfaForManagement: StackRule<{ breakGlassIds: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "ca-mfa-for-management",
  title: "Every sign-in to the portals and the API of Azure and Entra needs MFA",
  severity: "high",
  scope: "tenant",
  why: "Whoever reaches the administration with a password can switch off everything that these policies protect, and change the federation that AWS trusts.",
  fix: "Demand MFA of all users for the Microsoft admin portals and the Azure Service Management API, from all clients.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/how-to-policy-mfa-admin-portals",
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/howto-conditional-access-policy-azure-management",
  ],
  frameworks: [],
  options: { breakGlassIds },
  judge(stack, settings) {
    return judgeCoverage(stack, "mfa-for-management", settings);
  },
};
