import { parseArn, type Arn } from "#core/aws";
import type { Statement } from "#core/aws/policy";
import { listOf } from "./list-of";
import type { AuthorizationRequest } from "./request";

/**
 * What a statement's principal stands for, since it decides what else limits the caller: `account` only lets the account's
 * own policies decide, `role` is limited by boundary and session policies, `caller` (user, session, service, provider,
 * everyone) by none.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
export type PrincipalMatch = "account" | "role" | "caller";

interface CallerName {
  readonly type: "AWS" | "Federated" | "Service";
  readonly match: PrincipalMatch;
  readonly is: (principal: string) => boolean;
}

type PrincipalElement = NonNullable<Statement["Principal"]>;

/** The widest way in which `Principal` or `NotPrincipal` covers the caller, if any does. */
export function matchPrincipal(statement: Statement, request: AuthorizationRequest): PrincipalMatch | undefined {
  const names = callerNames(request);
  if (statement.Principal !== undefined) {
    const { Principal: element } = statement;
    return names.find((name) => covers(element, name))?.match;
  }
  if (statement.NotPrincipal === undefined) return undefined;
  const { NotPrincipal: element } = statement;
  // A Deny spares only a caller whose every name is listed, the account's included; an Allow leaves out whom any name tells.
  const listed = names.map((name) => covers(element, name));
  const left = statement.Effect === "Deny" ? listed.every(Boolean) : listed.some(Boolean);
  return left ? undefined : "caller";
}

function covers(element: PrincipalElement, name: CallerName): boolean {
  if (element === "*") return true;
  const principals = listOf<string>(Object.hasOwn(element, name.type) ? element[name.type] : undefined);
  return principals.some((principal) => principal === "*" || name.is(principal));
}

/** From what grants most to what grants least: `*` counts as the first. */
function callerNames(request: AuthorizationRequest): readonly CallerName[] {
  const { principalArn, federatedPrincipal, servicePrincipal } = request;
  if (federatedPrincipal !== undefined) return [exactly("Federated", federatedPrincipal)];
  if (servicePrincipal !== undefined) return [exactly("Service", servicePrincipal)];
  const caller = parseArn(principalArn);
  if (caller === undefined) return [exactly("AWS", principalArn)];
  return [exactly("AWS", principalArn), ...roleOf(caller, request), accountOf(caller)];
}

function exactly(type: CallerName["type"], arn: string): CallerName {
  return { type, match: "caller", is: (principal) => principal === arn };
}

function accountOf({ partition, accountId }: Arn): CallerName {
  const root = `arn:${partition}:iam::${accountId}:root`;
  return { type: "AWS", match: "account", is: (principal) => principal === root || principal === accountId };
}

/** A session's ARN lacks its role's path, which only `aws:PrincipalArn` tells; a name is unique in its account. */
function roleOf(caller: Arn, { context }: AuthorizationRequest): readonly CallerName[] {
  const [kind, name] = caller.resource.split("/");
  if (caller.service !== "sts" || kind !== "assumed-role" || name === undefined) return [];
  const roleArn = context.get("aws:principalarn")?.[0];
  const isNamed = (principal: string): boolean => {
    const role = parseArn(principal);
    if (role?.service !== "iam" || role.accountId !== caller.accountId) return false;
    return role.resource.startsWith("role/") && role.resource.split("/").at(-1) === name;
  };
  return [{ type: "AWS", match: "role", is: roleArn === undefined ? isNamed : (principal) => principal === roleArn }];
}
