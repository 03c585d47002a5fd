import type { ConditionKeyDefinition, ServiceAuthorizationReference } from "#core/aws/service-reference";
import { prefixOf, type ActionMatch } from "./action-patterns";

/**
 * Keys whose prefix is no service's: the service that documents them. Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
const homes: ReadonlyMap<string, string> = new Map([
  ["saml", "sts"],
  ["identitycenter", "sso"],
  ["catalog", "aws-marketplace"],
  ["cognito-identity-auth", "cognito-identity"],
  ["cognito-identity-unauth", "cognito-identity"],
]);

/** What is known of a condition key: its definition, that it does not exist, or nothing that would tell. */
export type KnownKey = ConditionKeyDefinition | "does not exist" | "cannot be told";

/** Looks a condition key up among the global ones and those of the loaded services, in any letter case. */
export function knownConditionKey(services: ServiceAuthorizationReference, key: string): KnownKey {
  const prefix = prefixOf(key);
  if (prefix === "aws") return lookedUp(services.globalConditionKeys, key) ?? "does not exist";
  // OpenID Connect providers have keys by the name of their host.
  if (/[./]/.test(prefix)) return "cannot be told";
  const service = services.service(homes.get(prefix) ?? prefix);
  if (service !== undefined) return lookedUp(service.conditionKeys, key) ?? "does not exist";
  return homes.has(prefix) || services.hasService(prefix) ? "cannot be told" : "does not exist";
}

/** Whether a request for an action can have a service's own key or a key with a tag. */
export function canHaveKey({ service, action }: ActionMatch, key: string): boolean {
  const ofTypes = action.resourceTypes.flatMap(
    ({ name }) => service.resourceTypes.get(name.toLowerCase())?.conditionKeys ?? [],
  );
  return [...action.conditionKeys, ...ofTypes].some((pattern) => fits(pattern.toLowerCase(), key.toLowerCase()));
}

function lookedUp(keys: ReadonlyMap<string, ConditionKeyDefinition>, key: string): ConditionKeyDefinition | undefined {
  const wanted = key.toLowerCase();
  return keys.get(wanted) ?? [...keys].find(([pattern]) => pattern.includes("${") && fits(pattern, wanted))?.[1];
}

/** Documented keys have placeholders: `aws:resourcetag/${tagkey}`. */
function fits(pattern: string, key: string): boolean {
  if (!pattern.includes("${")) return pattern === key;
  const [first = "", ...rest] = pattern.split(/\$\{[^{}]*\}/);
  if (!key.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    const found = index === rest.length - 1 ? key.length - part.length : key.indexOf(part, at + 1);
    if (found <= at || !key.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return at === key.length;
}
