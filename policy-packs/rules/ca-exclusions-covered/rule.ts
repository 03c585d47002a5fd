import { uncoveredExclusions } from "#core/entra/conditional-access/coverage";
import { shown } from "#core/problems";
import { conditionalAccessPolicies } from "../../facts/conditional-access";
import { breakGlassIds, knownAfterUpdate, tenantOf } from "../judge-coverage";
import type { RuleOption, StackRule, Verdict } from "../rule";

const property = "conditions";

export const caExclusionsCovered: StackRule<{ breakGlassIds: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "ca-exclusions-covered",
  title: "What a policy that demands MFA leaves out is covered by another policy",
  severity: "medium",
  scope: "tenant",
  why: "An exclusion is made for a reason of the day and stays: a group that anybody may be added to, a platform that anybody may claim. Without another policy behind it, it is the way in.",
  fix: "Remove the exclusion, or cover what it leaves out by another policy that demands MFA or blocks.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/plan-conditional-access",
    "https://learn.microsoft.com/en-us/entra/id-governance/conditional-access-exclusion",
  ],
  frameworks: [],
  options: { breakGlassIds },
  judge(stack, settings) {
    const facts = conditionalAccessPolicies(stack);
    const policies = facts.map(({ policy }) => policy);
    const found = uncoveredExclusions(policies, tenantOf(stack, settings.breakGlassIds));
    const uncovered = found.map(({ policy, exclusion, answer, escape }): Verdict => {
      const resource = facts[policy]?.resource;
      const message = `the policy ${shown(resource?.name)} ${exclusion}: ${escape}`;
      const outcome = answer === "no" ? "violation" : "undetermined";
      return { outcome, ...(resource && { resource }), property, message };
    });
    return [...uncovered, ...facts.flatMap(unread)];
  },
};

/** A policy of which only the update tells whom it leaves out. */
function unread({ resource, unknown }: ReturnType<typeof conditionalAccessPolicies>[number]): readonly Verdict[] {
  if (unknown?.startsWith("conditions") !== true) return [];
  const message = `what the policy ${shown(resource.name)} leaves out is known only after the update`;
  return [{ outcome: "undetermined", resource, property: unknown, message, remedy: knownAfterUpdate }];
}
