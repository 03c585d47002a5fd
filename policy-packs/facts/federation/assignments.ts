import { appRoles, type AppRoleFact } from "./app-roles";
import { applicationOfPrincipal, awsApplications } from "./applications";
import { textOf } from "./known-values";
import { pointedTo } from "./pointed-to";
import { groupTypes, resourceTypes } from "./resource-types";
import { perStack, type StackFacts } from "../stack-facts";
import type { StackResource } from "../stack-resource";

/** Who is given which app role. What the stack does not hold is absent. */
export interface AssignmentFact {
  readonly resource: StackResource;
  readonly group: StackResource | undefined;
  readonly appRole: AppRoleFact | undefined;
  readonly application: StackResource | undefined;
  /** Whether it gives a role in AWS; `unknown` where the app role is not of this stack and its application is AWS's. */
  readonly givesAws: "yes" | "no" | "unknown";
}

/** Every app role assignment of the stack. */
export const assignments = perStack((stack): readonly AssignmentFact[] => {
  const find = appRoleFinder(stack);
  return stack.ofType(resourceTypes.assignment).map((resource) => {
    const application = applicationOfPrincipal(stack, resource, "resourceObjectId");
    const appRole = find(resource, application);
    return {
      resource,
      group: pointedTo(stack, resource, "principalObjectId", groupTypes),
      appRole,
      application,
      givesAws: givesAws(stack, appRole, application),
    };
  });
});

/** Groups that give a role in AWS, or may, each with its assignments. */
export const accessGroups = perStack((stack): ReadonlyMap<StackResource, readonly AssignmentFact[]> => {
  const groups = new Map<StackResource, AssignmentFact[]>();
  for (const assignment of assignments(stack)) {
    if (assignment.group === undefined || assignment.givesAws === "no") continue;
    const known = groups.get(assignment.group) ?? [];
    groups.set(assignment.group, [...known, assignment]);
  }
  return groups;
});

function givesAws(
  stack: StackFacts,
  appRole: AppRoleFact | undefined,
  application: StackResource | undefined,
): AssignmentFact["givesAws"] {
  if (appRole !== undefined)
    return ({ aws: "yes", elsewhere: "no", unknown: "unknown" } as const)[appRole.leadsTo.kind];
  return application !== undefined && awsApplications(stack).has(application.urn) ? "unknown" : "no";
}

type AppRoleFinder = (assignment: StackResource, application: StackResource | undefined) => AppRoleFact | undefined;

/** By the resource that the id comes from, else by id within the application. */
function appRoleFinder(stack: StackFacts): AppRoleFinder {
  const all = appRoles(stack);
  const byResource = new Map(all.map((appRole) => [appRole.resource.urn, appRole]));
  const byId = new Map<string, AppRoleFact[]>();
  for (const appRole of all) {
    if (appRole.id !== undefined) byId.set(appRole.id, [...(byId.get(appRole.id) ?? []), appRole]);
  }
  return (assignment, application) => {
    const written = stack.target(assignment, "appRoleId", resourceTypes.appRole, "roleId");
    if (written !== undefined) return byResource.get(written.urn);
    const candidates = byId.get(textOf(assignment, "appRoleId") ?? "") ?? [];
    const own = candidates.filter((appRole) => appRole.application === application);
    return own[0] ?? (candidates.length === 1 ? candidates[0] : undefined);
  };
}
