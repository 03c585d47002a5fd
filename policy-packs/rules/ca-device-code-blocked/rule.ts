import { breakGlassIds, judgeCoverage } from "../judge-coverage";
import type { RuleOption, StackRule } from "../rule";

export const caDeviceCodeBlocked: StackRule<{ breakGlassIds: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "ca-device-code-blocked",
  title: "The device code flow is blocked, for every user and application",
  severity: "medium",
  scope: "tenant",
  why: "Whoever reads a code to his victim over the phone gets the victim's tokens: the sign-in happens on the real page, with the real MFA.",
  fix: "Block the transfer method deviceCodeFlow for all users and applications, but for accounts of devices that need it.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-block-authentication-flows",
    "https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md",
  ],
  frameworks: ["ScubaGear MS.AAD.3.9v1", "CIS Microsoft 365 4.0.0 5.2.2.12"],
  options: { breakGlassIds },
  judge(stack, settings) {
    return judgeCoverage(stack, "device-code-flow-blocked", settings);
  },
};
