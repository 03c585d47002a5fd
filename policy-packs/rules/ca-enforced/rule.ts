import { shown } from "#core/problems";
import { conditionalAccessPolicyType } from "../../facts/conditional-access";
import { knownAfterUpdate } from "../judge-coverage";
import type { ResourceRule } from "../rule";

const property = "state";

const idle: ReadonlyMap<unknown, string> = new Map([
  ["disabled", "is disabled, so it protects nobody"],
  [
    "enabledForReportingButNotEnforced",
    "is report-only: it writes into the sign-in log what it would have done, and lets everybody in",
  ],
]);

export const caEnforced: ResourceRule = {
  kind: "resource",
  id: "ca-enforced",
  title: "A Conditional Access policy is enabled, neither disabled nor report-only",
  severity: "medium",
  why: "A policy that only reports looks in every list like one that protects. What was meant for a week of watching stays so for a year, and nobody misses what it never did.",
  fix: "Set the state to enabled; while a policy is watched, waive this finding until the day on which it is to act.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-conditional-access-report-only",
    "https://learn.microsoft.com/en-us/graph/api/resources/conditionalaccesspolicy",
  ],
  frameworks: [],
  options: {},
  types: [conditionalAccessPolicyType],
  judge(resource) {
    const reading = resource.read(property);
    const policy = `the policy ${shown(resource.name)}`;
    if (reading.kind === "unknown") {
      const message = `whether ${policy} is enabled is known only after the update`;
      return [{ outcome: "undetermined", resource, property: reading.property, message, remedy: knownAfterUpdate }];
    }
    const state = reading.kind === "known" ? reading.value : undefined;
    if (state === "enabled") return [];
    const message = `${policy} ${idle.get(state) ?? "has a state that is neither enabled, disabled nor enabledForReportingButNotEnforced"}`;
    return [{ outcome: "violation", resource, property, message }];
  },
};
