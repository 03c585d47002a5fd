import type { StatementReference } from "#core/aws/authorization";
import { findEscalations, type Escalation, type EscalationCategory } from "#core/aws/escalation";
import { shown } from "#core/problems";
import {
  permissionsOfPrincipal,
  perStack,
  principals,
  type PolicyOfPrincipal,
  type PrincipalFact,
  type StackFacts,
} from "../facts";
import { isAdministrator } from "./exempt";
import type { Verdict } from "./rule";
import { sayPrincipal } from "./say-principal";

/** What a rule on ways to more permissions looks for. */
export interface EscalationConcern {
  readonly category: EscalationCategory;
  /** Continues “the role "Developer” …”: `can gain permissions`. */
  readonly says: string;
  /** Names of roles and permission sets that the rule leaves alone. */
  readonly exempt: readonly string[];
}

/** One finding for each principal, with the ways that are open to it; what a group can is told of the group. */
export function judgeEscalation(stack: StackFacts, concern: EscalationConcern): readonly Verdict[] {
  return principals(stack)
    .filter((principal) => !isAdministrator(principal, concern.exempt))
    .flatMap((principal): readonly Verdict[] => {
      const found = ownEscalations(stack)(principal).filter(({ method }) => method.category === concern.category);
      return found.length > 0 ? [violation(principal, found, concern)] : unread(principal);
    });
}

/** Without what a principal could only do to itself, and for a user without what one of the groups can. */
const ownEscalations = perStack((stack) => {
  const isDenyAnywhere = principals(stack).some((each) => permissionsOfPrincipal(stack, each).hasDeny);
  const known = new Map<PrincipalFact, readonly Escalation[]>();
  const escalationsOf = (principal: PrincipalFact): readonly Escalation[] => {
    const permissions = permissionsOfPrincipal(stack, principal);
    return findEscalations(permissions, { hasDeny: isDenyAnywhere }).filter(({ isOnOneself }) => !isOnOneself);
  };
  return (principal: PrincipalFact): readonly Escalation[] => {
    const made = known.get(principal) ?? withoutThoseOfGroups(principal, escalationsOf);
    known.set(principal, made);
    return made;
  };
});

function withoutThoseOfGroups(
  principal: PrincipalFact,
  escalationsOf: (principal: PrincipalFact) => readonly Escalation[],
): readonly Escalation[] {
  const found = escalationsOf(principal);
  const groups = new Set(principal.policies.flatMap(({ group }) => group ?? []));
  if (principal.kind !== "user" || found.length === 0) return found;
  const told = [...groups].flatMap((name) =>
    escalationsOf({ ...principal, policies: principal.policies.filter(({ group }) => group === name) }),
  );
  return found.filter(({ method }) => !told.some((each) => each.method === method));
}

const mostPaths = 3;

function violation(principal: PrincipalFact, found: readonly Escalation[], { says }: EscalationConcern): Verdict {
  const paths = found.slice(0, mostPaths).map(({ path, confidence, keys }) => {
    return confidence === "exploitable" ? path : `${path}, under a condition on ${keys.join(", ")}`;
  });
  const rest = found.slice(mostPaths).map(({ method }) => method.name);
  const more = rest.length === 0 ? "" : `; and ${rest.length} more ${rest.length === 1 ? "way" : "ways"}`;
  const message = `${sayPrincipal(principal)} ${says}: ${paths.join("; ")}${more}`;
  return { outcome: "violation", ...placeOf(principal, found[0]?.statements[0]), message };
}

function placeOf(
  principal: PrincipalFact,
  reference: StatementReference | undefined,
): Pick<Verdict, "resource" | "property"> {
  const policy = principal.policies.find(({ id }) => id === reference?.policy);
  if (policy === undefined || reference === undefined) return { resource: principal.resource };
  const { resource, property } = policy;
  return { resource, property: isDocument(policy) ? `${property}.Statement[${reference.statement}]` : property };
}

/** Whether the property holds the document itself, and not the ARN of the policy. */
function isDocument({ property, arn }: PolicyOfPrincipal): boolean {
  return arn === undefined && !/arns?(\[\d+\])?$/i.test(property);
}

function unread(principal: PrincipalFact): readonly Verdict[] {
  const policies = [...principal.policies, ...(principal.boundary ? [principal.boundary] : [])];
  const policy = policies.find((each) => each.document === "unknown" && !isToldOfGroup(each));
  if (policy === undefined) return [];
  const message = `what ${sayPrincipal(principal)} may do is not known: nobody has read ${shown(policy.id)}`;
  return [{ outcome: "undetermined", resource: policy.resource, property: policy.property, message, remedy: readIt }];
}

/** What a group of this stack has is told of the group; of a group from elsewhere nothing is. */
function isToldOfGroup({ group, id }: PolicyOfPrincipal): boolean {
  return group !== undefined && id !== `group ${group}`;
}

const readIt =
  "Write the policy in this stack, and build its document and its ARN from values that are known before the update.";
