import { breakGlassIds, judgeCoverage } from "../judge-coverage";
import type { RuleOption, StackRule } from "../rule";

export const caAuthenticationTransferBlocked: StackRule<{ breakGlassIds: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "ca-authentication-transfer-blocked",
  title: "The transfer of a sign-in to another device is blocked, for every user and application",
  severity: "low",
  scope: "tenant",
  why: "A transferred sign-in takes a session from a managed device to one that nobody knows, without a new look at it.",
  fix: "Block the transfer method authenticationTransfer for all users and applications.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-block-authentication-flows",
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-authentication-flows",
  ],
  frameworks: [],
  options: { breakGlassIds },
  judge(stack, settings) {
    return judgeCoverage(stack, "authentication-transfer-blocked", settings);
  },
};
