import { shown } from "#core/problems";
import type { StackResource } from "../../facts";
import { conditionalAccessPolicyType } from "../../facts/conditional-access";
import { isRecord } from "../../facts/federation";
import { breakGlassIds, knownAfterUpdate } from "../judge-coverage";
import type { ResourceRule, RuleOption, Verdict } from "../rule";

const property = "conditions.users";

export const caBreakGlassExcluded: ResourceRule<{ breakGlassIds: RuleOption<readonly string[]> }> = {
  kind: "resource",
  id: "ca-break-glass-excluded",
  title: "A policy for all users or for directory roles leaves the accounts for emergencies out",
  severity: "medium",
  why: "A wrong condition, or an outage of what a policy relies on, locks every administrator out at once. The accounts for emergencies are for that day, and a policy that reaches them takes them away.",
  fix: "Exclude the group of the accounts for emergencies, and protect these by a policy of their own that demands a security key.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/security-emergency-access",
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/plan-conditional-access",
  ],
  frameworks: [],
  options: { breakGlassIds },
  types: [conditionalAccessPolicyType],
  judge(resource, settings) {
    const state = resource.read("state");
    if (state.kind === "known" && state.value === "disabled") return [];
    const reading = resource.read("conditions");
    if (reading.kind === "unknown") {
      const message = `whether the policy ${shown(resource.name)} leaves the accounts for emergencies out is known only after the update`;
      return [{ outcome: "undetermined", resource, property: reading.property, message, remedy: knownAfterUpdate }];
    }
    const users = reading.kind === "known" && isRecord(reading.value) ? reading.value["users"] : undefined;
    return isRecord(users) ? judgeUsers(resource, users, settings.breakGlassIds) : [];
  },
};

type Users = Readonly<Record<string, unknown>>;

function judgeUsers(resource: StackResource, users: Users, wanted: readonly string[]): readonly Verdict[] {
  const reached = listed(users, "includedUsers").includes("All") ? "all users" : "directory roles";
  if (reached === "directory roles" && listed(users, "includedRoles").length === 0) return [];
  const policy = `the policy ${shown(resource.name)} is for ${reached} and excludes`;
  const excluded = [...listed(users, "excludedUsers"), ...listed(users, "excludedGroups")].map((id) =>
    id.toLowerCase(),
  );
  if (wanted.length === 0) {
    if (excluded.some((id) => id !== "guestsorexternalusers")) return [];
    return [
      { outcome: "violation", resource, property, message: `${policy} neither an account nor a group for emergencies` },
    ];
  }
  return wanted
    .filter((id) => !excluded.includes(id.toLowerCase()))
    .map((id) => ({
      outcome: "violation",
      resource,
      property,
      message: `${policy} not ${shown(id)}, which is for emergencies`,
    }));
}

function listed(users: Users, list: string): readonly string[] {
  const ids = users[list];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
}
