import { shown } from "#core/problems";
import type { Grant } from "#core/aws/permissions";
import type { EscalationMethod } from "./escalation-method";

/** A method in the words of one principal: what it does, on what, and what comes of it. */
export function escalationPath(method: EscalationMethod, granted: readonly Grant[]): string {
  const steps = method.actions.map((action, index) => `\`${action}\`${placeOf(granted[index])}`);
  const roles = granted[method.actions.findIndex((action) => reachesRole.test(action))];
  return `${steps.join(" + ")} → ${method.gains.replace("{role}", () => roleOf(roles))}`;
}

const reachesRole = /^(?:sts:AssumeRole|iam:\w*(?:Role|AssumeRolePolicy|RolePolicy|RolePermissionsBoundary))$/;

function placeOf(grant: Grant | undefined): string {
  const [first, ...others] = grant?.resources ?? [];
  if (first === undefined || grant?.resources.includes("*") === true) return "";
  return ` on ${shown(first)}${others.length > 0 ? ` and ${others.length} more` : ""}`;
}

function roleOf(grant: Grant | undefined): string {
  const [only, ...others] = grant?.resources ?? [];
  if (only === undefined || grant?.resources.includes("*") === true) return "any role";
  if (others.length > 0 || /[*?$]/.test(only)) return "such a role";
  return `role ${shown(only.slice(only.lastIndexOf("/") + 1))}`;
}
