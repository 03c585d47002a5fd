import { toApplications } from "#core/entra/conditional-access/coverage";
import { adminRoleIds, breakGlassIds, judgeCoverage } from "../judge-coverage";
import type { RuleOption, StackRule } from "../rule";

export const caPersistentBrowser: StackRule<{
  breakGlassIds: RuleOption<readonly string[]>;
  adminRoleIds: RuleOption<readonly string[]>;
}> = {
  kind: "stack",
  id: "ca-persistent-browser",
  title: "No browser keeps an administrator signed in after it is closed",
  severity: "low",
  scope: "tenant",
  why: "A browser that stays signed in hands the session of an administrator to whoever opens it next, or copies its cookies.",
  fix: "Set the persistent browser mode never for each administrators' role, for all applications, in a policy that is enabled.",
  references: ["https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-session-lifetime"],
  frameworks: ["CIS Microsoft 365 4.0.0 5.2.2.4"],
  options: { breakGlassIds, adminRoleIds },
  judge(stack, settings) {
    const covers = { ...toApplications, client: ["browser"] };
    return judgeCoverage(stack, { demand: "no persistent browser", covers, whose: "administrators" }, settings);
  },
};
