import { shown } from "#core/problems";
import { perStack, type StackFacts, type StackResource } from "../../facts";
import {
  type AppRoleFact,
  appRoles,
  type AssignmentFact,
  assignments,
  awsApplications,
  type FederatedRole,
  federatedRoles,
  importingApplications,
  rolesOfAppRole,
} from "../../facts/federation";
import type { StackRule, Verdict } from "../rule";

const property = "assumeRolePolicy";

export const federationRoleReachable: StackRule = {
  kind: "stack",
  id: "federation-role-reachable",
  title: "Each role that people are to sign in to is given to somebody",
  severity: "medium",
  why: "A role that trusts Entra and that nobody is given waits for whoever writes the missing app role: it has its permissions, and no group whose members anybody reviews. Mostly it is a half-done change, and nobody can sign in.",
  fix: "Give the application an app role with the ARNs of role and SAML provider and assign a group to it, or remove the role.",
  references: ["https://learn.microsoft.com/en-us/entra/identity/saas-apps/amazon-web-service-tutorial"],
  frameworks: [],
  options: {},
  judge(stack) {
    // Without Entra's side in this stack it is in another; where roles are imported, Entra writes the app roles.
    if (!holdsEntrasSide(stack) || importingApplications(stack).size > 0) return [];
    return federatedRoles(stack)
      .filter(({ providers }) => providers.some(({ resource }) => resource !== undefined))
      .flatMap((role) => judgeRole(stack, role));
  },
};

function holdsEntrasSide(stack: StackFacts): boolean {
  return awsApplications(stack).size > 0 || appRoles(stack).some(({ leadsTo }) => leadsTo.kind === "aws");
}

function judgeRole(stack: StackFacts, { resource }: FederatedRole): readonly Verdict[] {
  const leading = appRolesByRole(stack).get(resource) ?? [];
  const noun = `the role ${shown(resource.name)}`;
  if (leading.length === 0) {
    if (appRoles(stack).some(({ leadsTo }) => leadsTo.kind === "unknown")) {
      const message = `whether an app role leads to ${noun} is known only after the update`;
      return [{ outcome: "undetermined", resource, property, message, remedy: arnsFromConfig }];
    }
    const message = `${noun} trusts a SAML provider of this stack, but no app role leads to it`;
    return [{ outcome: "violation", resource, property, message }];
  }
  if (leading.some((appRole) => assignedAppRoles(stack).has(appRole))) return [];
  if (leading.some((appRole) => mayBeAssigned(appRole, assignments(stack)))) {
    const message = `whether somebody is assigned to the app role of ${noun} is known only after the update`;
    return [{ outcome: "undetermined", resource, property, message, remedy: idFromAppRole }];
  }
  const message = `nobody is assigned to the app role that leads to ${noun}`;
  return [{ outcome: "violation", resource, property, message }];
}

const arnsFromConfig = "Build the app roles' values from account id and names, which are known before the update.";

const idFromAppRole = "Take the assignment's appRoleId from the app role's own resource.";

/** Where a preview cannot tell roles apart, an app role counts for each that it may lead to. */
const appRolesByRole = perStack((stack): ReadonlyMap<StackResource, readonly AppRoleFact[]> => {
  const byRole = new Map<StackResource, readonly AppRoleFact[]>();
  for (const appRole of appRoles(stack)) {
    for (const role of rolesOfAppRole(stack, appRole)) byRole.set(role, [...(byRole.get(role) ?? []), appRole]);
  }
  return byRole;
});

const assignedAppRoles = perStack(
  (stack): ReadonlySet<AppRoleFact> => new Set(assignments(stack).flatMap(({ appRole }) => appRole ?? [])),
);

/** Whether an assignment of the same application has an app role that a preview does not tell. */
function mayBeAssigned({ application }: AppRoleFact, all: readonly AssignmentFact[]): boolean {
  return all.some(
    (assignment) =>
      assignment.appRole === undefined &&
      assignment.resource.read("appRoleId").kind === "unknown" &&
      (assignment.application === undefined || assignment.application === application),
  );
}
