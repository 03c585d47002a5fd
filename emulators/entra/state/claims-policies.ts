import { refusal } from "./errors";
import { find, get, take } from "./lookup";
import type { ClaimsMappingPolicy, Tenant } from "./model";
import { getServicePrincipal } from "./service-principals";

/** One claim of a policy: a directory property or a fixed value, issued as one SAML attribute. */
export interface ClaimRule {
  samlClaimType: string;
  source: { kind: "property"; of: string; id: string } | { kind: "value"; value: string };
}

export interface ClaimsMapping {
  includeBasicClaimSet: boolean;
  rules: ClaimRule[];
}

export function createClaimsMappingPolicy(
  tenant: Tenant,
  input: Omit<ClaimsMappingPolicy, "id">,
  step: { newId: () => string },
): ClaimsMappingPolicy {
  checkDefinition(input.definition);
  const policy = { id: step.newId(), displayName: input.displayName, definition: [...input.definition] };
  tenant.claimsMappingPolicies.push(policy);
  return policy;
}

export function findClaimsMappingPolicy(tenant: Tenant, id: string): ClaimsMappingPolicy | undefined {
  return find(tenant.claimsMappingPolicies, id);
}

export function updateClaimsMappingPolicy(tenant: Tenant, input: ClaimsMappingPolicy): void {
  const policy = get(tenant.claimsMappingPolicies, input.id);
  checkDefinition(input.definition);
  policy.displayName = input.displayName;
  policy.definition = [...input.definition];
}

export function deleteClaimsMappingPolicy(tenant: Tenant, id: string): void {
  const policy = take(tenant.claimsMappingPolicies, id);
  for (const each of tenant.servicePrincipals) {
    if (each.claimsMappingPolicyId === policy.id) each.claimsMappingPolicyId = null;
  }
}

/** POST /servicePrincipals/{id}/claimsMappingPolicies/$ref: a service principal has one at most. */
export function assignClaimsMappingPolicy(
  tenant: Tenant,
  input: { servicePrincipalId: string; policyId: string },
): void {
  const servicePrincipal = getServicePrincipal(tenant, input.servicePrincipalId);
  const policy = get(tenant.claimsMappingPolicies, input.policyId);
  if (servicePrincipal.claimsMappingPolicyId !== null) throw refusal("claimsPolicyAssigned");
  servicePrincipal.claimsMappingPolicyId = policy.id;
}

export function removeClaimsMappingPolicy(
  tenant: Tenant,
  input: { servicePrincipalId: string; policyId: string },
): void {
  const servicePrincipal = getServicePrincipal(tenant, input.servicePrincipalId);
  if (servicePrincipal.claimsMappingPolicyId !== input.policyId) throw refusal("notFound", { id: input.policyId });
  servicePrincipal.claimsMappingPolicyId = null;
}

/**
 * Reads a definition, or nothing when it is not one.
 * A rule that has a source and an id that is no property of it issues nothing, silently, as the service does.
 * https://learn.microsoft.com/entra/identity-platform/reference-claims-customization
 */
export function parseClaimsDefinition(definition: string): ClaimsMapping | undefined {
  const policy = record(parseJson(definition)?.["ClaimsMappingPolicy"]);
  if (policy?.["Version"] !== 1) return undefined;
  const schema = policy["ClaimsSchema"] ?? [];
  if (!Array.isArray(schema)) return undefined;
  const rules = schema.map(parseRule);
  if (rules.some((rule) => rule === "invalid")) return undefined;
  return {
    includeBasicClaimSet: ![false, "false", "False"].includes(policy["IncludeBasicClaimSet"] as string | boolean),
    rules: rules.filter((rule) => typeof rule === "object"),
  };
}

function parseRule(entry: unknown): ClaimRule | "invalid" | "for tokens only" {
  const rule = record(entry);
  if (!rule) return "invalid";
  const { SamlClaimType: samlClaimType, Source: of, ID: id, Value: value } = rule;
  if (typeof samlClaimType !== "string") return rule["JwtClaimType"] === undefined ? "invalid" : "for tokens only";
  if (typeof of === "string" && typeof id === "string") return { samlClaimType, source: { kind: "property", of, id } };
  if (typeof value === "string") return { samlClaimType, source: { kind: "value", value } };
  return "invalid";
}

function checkDefinition(definition: readonly string[]): void {
  const [only] = definition;
  if (definition.length !== 1 || only === undefined || !parseClaimsDefinition(only)) {
    throw refusal("claimsDefinitionInvalid");
  }
}

function parseJson(text: string): Record<string, unknown> | undefined {
  try {
    return record(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
