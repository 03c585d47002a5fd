import { attachments, inlinePolicies, memberships } from "./attachments";
import { managedPoliciesAt } from "./managed-policies";
import { documentsAt, given, type DocumentFact } from "./policy-documents";
import { principalDrafts, type PrincipalDraft, type PrincipalDrafts } from "./principal-drafts";
import { perStack, type StackFacts } from "../stack-facts";
import type { PolicyOfPrincipal, PrincipalFact } from "./principal-fact";
import type { StackResource } from "../stack-resource";

/** Every role, user, group and permission set that the stack makes or gives something, with all its policies. */
export const principals = perStack((stack): readonly PrincipalFact[] => {
  const drafts = principalDrafts(stack);
  for (const draft of [...drafts.all]) addOwn(stack, draft);
  addInline(stack, drafts);
  addAttached(stack, drafts);
  addBoundaries(stack, drafts);
  const inherited = inheritedPolicies(stack, drafts);
  return drafts.all.flatMap((draft) => {
    const policies = once([...draft.policies, ...(inherited.get(draft) ?? [])]);
    if (!draft.declared && policies.length === 0) return [];
    const trust = draft.kind === "role" && draft.declared ? documentsAt(stack, draft.resource, "trust")[0] : undefined;
    return [{ ...draft, policies, trust }];
  });
});

/** The managed policies by ARN that a principal has itself; for a user without those of the user's groups. */
export function managedPolicyArnsOf(
  principal: PrincipalFact,
): readonly { readonly arn: string; readonly resource: StackResource; readonly property: string }[] {
  return principal.policies.flatMap(({ arn, group, resource, property }) =>
    arn === undefined || group !== undefined ? [] : [{ arn, resource, property }],
  );
}

/** What stands in the principal's own resource. */
function addOwn(stack: StackFacts, draft: PrincipalDraft): void {
  const { resource, kind } = draft;
  if (kind === "role") {
    draft.policies.push(...documentsAt(stack, resource, "identity").map(inlinePolicy));
    if (given(resource, "managedPolicyArns", true).kind !== "absent") {
      draft.policies.push(...managedPoliciesAt(stack, resource, "managedPolicyArns"));
    }
  }
  if (kind === "role" || kind === "user") draft.boundary = managedPoliciesAt(stack, resource, "permissionsBoundary")[0];
}

function addInline(stack: StackFacts, drafts: PrincipalDrafts): void {
  for (const inline of inlinePolicies) {
    for (const resource of stack.ofType(inline.type)) {
      const policies = documentsAt(stack, resource, "identity").map(inlinePolicy);
      for (const draft of drafts.heldBy(resource, inline)) draft.policies.push(...policies);
    }
  }
}

function addAttached(stack: StackFacts, drafts: PrincipalDrafts): void {
  for (const attachment of attachments) {
    for (const resource of stack.ofType(attachment.type)) {
      const policies = managedPoliciesAt(stack, resource, attachment.policies);
      for (const draft of drafts.heldBy(resource, attachment)) draft.policies.push(...policies);
    }
  }
}

function addBoundaries(stack: StackFacts, drafts: PrincipalDrafts): void {
  const holder = { kind: "permission set", holder: "permissionSetArn" } as const;
  for (const resource of stack.ofType("aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment")) {
    const [boundary] = managedPoliciesAt(stack, resource, "permissionsBoundary");
    for (const draft of drafts.heldBy(resource, holder)) draft.boundary = boundary;
  }
}

/** The policies of groups, for the users in them. A group that is not of this stack has policies that nobody knows. */
function inheritedPolicies(
  stack: StackFacts,
  drafts: PrincipalDrafts,
): ReadonlyMap<PrincipalDraft, readonly PolicyOfPrincipal[]> {
  const inherited = new Map<PrincipalDraft, PolicyOfPrincipal[]>();
  for (const { type, users, groups } of memberships) {
    for (const resource of stack.ofType(type)) {
      const policies = drafts.heldBy(resource, { kind: "group", holder: groups }).flatMap(policiesOfGroup);
      for (const user of drafts.heldBy(resource, { kind: "user", holder: users })) {
        inherited.set(user, [...(inherited.get(user) ?? []), ...policies]);
      }
    }
  }
  return inherited;
}

function policiesOfGroup(group: PrincipalDraft): readonly PolicyOfPrincipal[] {
  const name = group.name ?? group.resource.name;
  const policies = group.policies.map((policy) => ({ ...policy, group: name }));
  if (group.declared) return policies;
  const unseen = { id: `group ${name}`, document: "unknown", resource: group.resource, property: "groups" } as const;
  return [...policies, { ...unseen, group: name }];
}

function inlinePolicy({ resource, property, reading }: DocumentFact): PolicyOfPrincipal {
  const document = reading.kind === "known" ? reading.document : "unknown";
  return { id: `${resource.name}.${property}`, document, resource, property };
}

/** A managed policy that is attached twice is one policy. */
function once(policies: readonly PolicyOfPrincipal[]): readonly PolicyOfPrincipal[] {
  const seen = new Map<string, PolicyOfPrincipal>();
  return policies.filter((policy) => {
    const same = seen.get(policy.arn ?? policy.id);
    if (same?.document === policy.document) return false;
    seen.set(policy.arn ?? policy.id, policy);
    return true;
  });
}
