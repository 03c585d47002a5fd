import { breakGlassIds, judgeCoverage } from "../judge-coverage";
import type { RuleOption, StackRule } from "../rule";

export const caMfaForGuests: StackRule<{ breakGlassIds: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "ca-mfa-for-guests",
  title: "Every sign-in of a guest or an external user needs MFA",
  severity: "medium",
  scope: "tenant",
  why: "Of a guest's own tenant nobody here knows how it protects accounts. Without MFA at this door a partner's stolen password opens it.",
  fix: "Include all kinds of guests and external users, or all users, in a policy that demands MFA for all applications and clients.",
  references: ["https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-guests-mfa-strength"],
  frameworks: [],
  options: { breakGlassIds },
  judge(stack, settings) {
    return judgeCoverage(stack, "mfa-for-guests", settings);
  },
};
