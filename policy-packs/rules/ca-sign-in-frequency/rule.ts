import { toApplications } from "#core/entra/conditional-access/coverage";
import { adminRoleIds, breakGlassIds, judgeCoverage } from "../judge-coverage";
import type { RuleOption, StackRule } from "../rule";

export const caSignInFrequency: StackRule<{
  breakGlassIds: RuleOption<readonly string[]>;
  adminRoleIds: RuleOption<readonly string[]>;
  hours: RuleOption<number>;
}> = {
  kind: "stack",
  id: "ca-sign-in-frequency",
  title: "Administrators have to sign in again within a day",
  severity: "medium",
  scope: "tenant",
  why: "A stolen token works until it must be renewed. For an administrator the default of ninety days is as good as for ever.",
  fix: "Set a sign-in frequency for each administrators' role, for all applications, in a policy that is enabled.",
  references: ["https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-session-lifetime"],
  frameworks: ["CIS Microsoft 365 4.0.0 5.2.2.4"],
  options: {
    breakGlassIds,
    adminRoleIds,
    hours: {
      description: "After how many hours an administrator has to sign in again at the latest.",
      default: 24,
      expected: (hours) => (hours > 0 ? undefined : "a number over 0"),
    },
  },
  judge(stack, { hours, ...settings }) {
    const covers = { ...toApplications, client: ["browser", "mobileAppsAndDesktopClients"] };
    return judgeCoverage(stack, { demand: { hours }, covers, whose: "administrators" }, settings);
  },
};
