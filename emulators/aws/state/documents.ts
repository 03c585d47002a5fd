import { parseArn } from "#core/aws";
import { parsePolicy, type PolicyDocument, type Principal, type Statement } from "#core/aws/policy";

import type { Account } from "./account";
import { refusal } from "./refusals";

/** Reads a document that was accepted before. */
export function documentOf(text: string): PolicyDocument {
  const parsed = parsePolicy(text);
  if ("malformed" in parsed) throw new Error(`an accepted policy document does not parse: ${parsed.malformed.message}`);
  return parsed.document;
}

/** Refuses what IAM refuses of a policy that says what its holder may do. */
export function checkIdentityPolicy(text: string): void {
  for (const statement of readStatements(text)) {
    if (statement.Principal !== undefined || statement.NotPrincipal !== undefined) {
      throw refusal("malformedPolicy", { reason: "Policy document should not specify a principal." });
    }
    if (statement.Resource === undefined && statement.NotResource === undefined) {
      throw refusal("malformedPolicy", { reason: "Policy statement must contain resources." });
    }
  }
}

/** Refuses what IAM refuses of a policy that says who may take a role. */
export function checkTrustPolicy(text: string, account: Account): void {
  for (const statement of readStatements(text)) {
    if (statement.Resource !== undefined || statement.NotResource !== undefined) {
      throw refusal("malformedPolicy", { reason: "Has prohibited field Resource" });
    }
    if (statement.Principal === undefined && statement.NotPrincipal === undefined) {
      throw refusal("malformedPolicy", { reason: "The passed in policy has a statement with no principals!" });
    }
    for (const principals of [statement.Principal, statement.NotPrincipal]) checkPrincipals(principals, account);
  }
}

function readStatements(text: string): readonly Statement[] {
  const parsed = parsePolicy(text);
  if ("malformed" in parsed) throw refusal("malformedPolicy", { reason: parsed.malformed.message });
  return parsed.document.Statement;
}

/** INVARIANT: a provider need not exist when it is trusted (roles are made before the provider they name). */
function checkPrincipals(principals: Principal | undefined, account: Account): void {
  if (principals === undefined || principals === "*") return;
  for (const [kind, values] of Object.entries(principals)) {
    for (const principal of values) {
      if (kind === "Federated" && !isFederatedPrincipal(principal)) throw refusal("invalidFederatedPrincipal");
      if (kind === "AWS" && isMissing(principal, account)) throw refusal("invalidPrincipal", { kind, principal });
    }
  }
}

function isFederatedPrincipal(principal: string): boolean {
  const arn = parseArn(principal);
  if (arn !== undefined) return arn.service === "iam" && /^(?:saml|oidc)-provider\/./.test(arn.resource);
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(principal);
}

/** A user or role of this very account that is not there; of others, this account cannot tell. */
function isMissing(principal: string, account: Account): boolean {
  const arn = parseArn(principal);
  if (arn?.service !== "iam" || arn.accountId !== account.id) return false;
  const [kind, ...rest] = arn.resource.split("/");
  const name = rest.at(-1);
  if (kind === "role") return !account.roles.some((role) => role.name === name);
  if (kind === "user") return !account.users.some((user) => user.name === name);
  return false;
}
