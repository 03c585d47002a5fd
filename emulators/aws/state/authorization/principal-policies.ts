import type { PolicySet, SourcedPolicy } from "#core/aws/authorization";

import type { Account, InlinePolicy, Role, Session } from "../account";
import { documentOf } from "../documents";
import { managedDocument } from "../managed-policies";
import type { Principal } from "./principal";

/** Every policy that limits or permits what the caller does. */
export function principalPolicies(account: Account, principal: Exclude<Principal, { kind: "root" }>): PolicySet {
  if (principal.kind === "user") {
    const { inlinePolicies, permissionsBoundary } = principal.user;
    return { identity: inline(inlinePolicies), ...boundary(account, permissionsBoundary) };
  }
  const { role, session } = principal;
  if (role === undefined) return { identity: [] };
  return { ...rolePolicies(account, role), ...sessionPolicies(account, session) };
}

/** A role's own policies and boundary, whoever takes it. */
export function rolePolicies(account: Account, role: Role): PolicySet {
  return {
    identity: [...inline(role.inlinePolicies), ...managed(account, role.attachedPolicies)],
    ...boundary(account, role.permissionsBoundary),
  };
}

function inline(policies: readonly InlinePolicy[]): SourcedPolicy[] {
  return policies.map(({ name, document }) => ({ id: `inline:${name}`, document: documentOf(document) }));
}

/** INVARIANT: an attached policy exists, so one without a text is one that AWS owns and we have not read. */
function managed(account: Account, arns: readonly string[]): SourcedPolicy[] {
  return arns.map((arn) => ({ id: arn, document: managedDocument(account, arn) ?? "unknown" }));
}

function boundary(account: Account, arn: string | undefined): Pick<PolicySet, "boundary"> {
  return arn === undefined ? {} : { boundary: managed(account, [arn]) };
}

function sessionPolicies(account: Account, { policy, policyArns }: Session): Pick<PolicySet, "session"> {
  const policies = managed(account, policyArns);
  if (policy !== undefined) policies.push({ id: "session", document: documentOf(policy) });
  return policies.length === 0 ? {} : { session: policies };
}
