import { parseArn } from "#core/aws";
import { permissionsOf } from "#core/aws/permissions";
import { shown } from "#core/problems";
import {
  principals,
  trustedPrincipals,
  trustStatements,
  type DocumentFact,
  type PolicyOfPrincipal,
  type PrincipalFact,
  type StackFacts,
} from "../../facts";
import { unreadTrust } from "../judge-trust";
import type { StackRule, Verdict } from "../rule";
import { isComputeService } from "../../facts/trust";

export const trustComputeService: StackRule = {
  kind: "stack",
  id: "trust-compute-service",
  title: "A role that a compute service takes is for that service alone and is no administrator",
  severity: "high",
  why: "Code on an instance, a function or a build machine has all that its role may do, and so has everybody who gets in there or may pass the role. A role that people take as well gives the machine their permissions, and an administrator's role makes it the shortest way to the account.",
  fix: "Make the machine a role of its own with the actions that it calls, and leave people's and administrators' roles to people.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  ],
  frameworks: ["CIS AWS 5.0.0 1.18", "NIST 800-53 AC-6"],
  options: {},
  judge: (stack) => principals(stack).flatMap((principal) => judgeRole(stack, principal)),
};

function judgeRole(stack: StackFacts, principal: PrincipalFact): readonly Verdict[] {
  const { trust } = principal;
  if (trust === undefined) return [];
  const unread = unreadTrust(trust);
  if (unread !== undefined) return [unread];
  const [service, path = trust.property] = computeServiceIn(trust) ?? [];
  if (service === undefined) return [];
  return [...sharedWithPeople(trust, service), ...administrator(stack, principal, service, path)];
}

function computeServiceIn(trust: DocumentFact): readonly [service: string, path: string] | undefined {
  for (const { statement, path } of trustStatements(trust)) {
    const found = trustedPrincipals(statement.Principal).find(
      ({ kind, text }) => kind === "service" && isComputeService(text),
    );
    if (found !== undefined) return [found.text, `${path}.Principal`];
  }
  return undefined;
}

const people: readonly string[] = ["SAML provider", "OIDC provider"];

function sharedWithPeople(trust: DocumentFact, service: string): readonly Verdict[] {
  return trustStatements(trust).flatMap(({ statement, path }): readonly Verdict[] => {
    const provider = trustedPrincipals(statement.Principal).find(({ kind }) => people.includes(kind));
    if (provider === undefined) return [];
    const message = `the role is taken by ${shown(service)} and by those whom ${shown(provider.text)} signs in`;
    return [{ outcome: "violation", resource: trust.resource, property: `${path}.Principal`, message }];
  });
}

function administrator(
  { now }: StackFacts,
  { resource, policies, boundary }: PrincipalFact,
  service: string,
  property: string,
): readonly Verdict[] {
  const deciding = policies.filter(mayAllowEverything);
  const limits = boundary === undefined ? {} : { boundary: [boundary] };
  const grant = permissionsOf({ identity: deciding, ...limits }, now).grant("*");
  if (grant.kind === "certain") {
    const message = `${shown(service)} takes a role that may do everything, by ${grant.statements.map(({ policy }) => shown(policy)).join(", ")}`;
    return [{ outcome: "violation", resource, property, message }];
  }
  const unread = deciding.filter(({ document }) => document === "unknown");
  return unread.slice(0, grant.kind === "open" ? 1 : 0).map((policy) => ({
    outcome: "undetermined",
    resource: policy.resource,
    property: policy.property,
    message: `${shown(service)} takes a role with a policy that nobody has read: ${shown(policy.id)}`,
    remedy:
      "Write the policy in this stack, or build its document and ARN from values that are known before the update.",
  }));
}

/** Of AWS's own policies only one allows everything, whatever documents are at hand. */
function mayAllowEverything({ arn = "" }: PolicyOfPrincipal): boolean {
  const parsed = parseArn(arn);
  return parsed?.accountId !== "aws" || parsed.resource === "policy/AdministratorAccess";
}
