import { shown } from "#core/problems";
import { conditionalAccessPolicyType } from "../../facts/conditional-access";
import { isRecord } from "../../facts/federation";
import { knownAfterUpdate } from "../judge-coverage";
import type { ResourceRule } from "../rule";

/** What a policy can be aimed at, by condition. One entry in one of the lists is enough. */
const targets = [
  {
    condition: "users",
    lists: ["includedUsers", "includedGroups", "includedRoles", "includedGuestsOrExternalUsers"],
    whom: "users, groups, roles or guests",
  },
  {
    condition: "applications",
    lists: ["includedApplications", "includedUserActions"],
    whom: "applications or user actions",
  },
] as const;

export const caHasTargets: ResourceRule = {
  kind: "resource",
  id: "ca-has-targets",
  title: "A Conditional Access policy is aimed at users and at applications or actions",
  severity: "medium",
  why: "A policy for nobody, or for no application, is enabled in every list and never applies to a sign-in.",
  fix: "Name whom and what the policy is for, or remove it.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-conditional-access-users-groups",
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-conditional-access-cloud-apps",
  ],
  frameworks: [],
  options: {},
  types: [conditionalAccessPolicyType],
  judge(resource) {
    const reading = resource.read("conditions");
    if (reading.kind === "unknown") {
      const message = `whether the policy ${shown(resource.name)} has targets is known only after the update`;
      return [{ outcome: "undetermined", resource, property: reading.property, message, remedy: knownAfterUpdate }];
    }
    const conditions = reading.kind === "known" && isRecord(reading.value) ? reading.value : {};
    if (isForWorkloads(conditions)) return [];
    return targets
      .filter(({ condition, lists }) => !lists.some((list) => isAimed(conditions[condition], list)))
      .map(({ condition, whom }) => ({
        outcome: "violation" as const,
        resource,
        property: `conditions.${condition}`,
        message: `the policy ${shown(resource.name)} includes no ${whom}, so it applies to no sign-in`,
      }));
  },
};

function isAimed(condition: unknown, list: string): boolean {
  const listed = isRecord(condition) ? condition[list] : undefined;
  return Array.isArray(listed) && listed.some((each) => each !== "None");
}

/** A policy for workload identities names no users. */
function isForWorkloads({ clientApplications }: Readonly<Record<string, unknown>>): boolean {
  return isAimed(clientApplications, "includedServicePrincipals");
}
