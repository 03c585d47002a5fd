import { parseArn, parseIamResource } from "#core/aws";
import { documentsAt } from "./policy-documents";
import { perStack, type StackFacts } from "../stack-facts";
import type { PolicyOfPrincipal } from "./principal-fact";
import type { Reading, StackResource } from "../stack-resource";

const policyType = "aws:iam/policy:Policy";

/** The managed policies that a property names: an ARN, a list of ARNs, or references by name and path. */
export function managedPoliciesAt(
  stack: StackFacts,
  resource: StackResource,
  property: string,
): readonly PolicyOfPrincipal[] {
  const reading = resource.read(property);
  const given = { resource, property };
  if (reading.kind === "absent") return [];
  if (reading.kind === "unknown") return partlyKnown(stack, reading, given);
  if (Array.isArray(reading.value)) return reading.value.map((value, index) => named(stack, value, at(given, index)));
  const target = stack.target(resource, property, policyType, "arn");
  const arn = typeof reading.value === "string" ? { arn: reading.value } : {};
  return [target ? { ...ofStack(stack, target, given), ...arn } : named(stack, reading.value, given)];
}

type Given = Pick<PolicyOfPrincipal, "resource" | "property">;

function at({ resource, property }: Given, index: number): Given {
  return { resource, property: `${property}[${index}]` };
}

/** What the property was computed from, and what of it is known; the rest is a policy that nobody can name. */
function partlyKnown(
  stack: StackFacts,
  { property: path, parts }: Extract<Reading, { kind: "unknown" }>,
  given: Given,
): readonly PolicyOfPrincipal[] {
  const sources = stack
    .targets(given.resource, given.property, policyType, "arn")
    .map((policy) => ofStack(stack, policy, given));
  const known = (parts ?? []).flatMap((part, index) =>
    part.kind === "known" ? [named(stack, part.value, at(given, index))] : [],
  );
  // Of a list whose parts cannot be told apart no more is known than that it has some.
  const open = parts === undefined ? (path === given.property ? 1 : Infinity) : parts.length - known.length;
  const rest = { id: `${given.resource.name}.${path}`, document: "unknown", unnamed: true, ...given } as const;
  return [...known, ...sources, ...(sources.length === open ? [] : [rest])];
}

/** What an ARN or a reference names. A permissions boundary of a permission set wraps either in an object. */
function named(stack: StackFacts, value: unknown, given: Given): PolicyOfPrincipal {
  if (typeof value === "string") return ofArn(stack, value, given);
  const fields = Object(value) as Readonly<Record<string, unknown>>;
  if (fields.managedPolicyArn !== undefined) return named(stack, fields.managedPolicyArn, given);
  if (fields.customerManagedPolicyReference !== undefined) {
    return named(stack, fields.customerManagedPolicyReference, given);
  }
  if (typeof fields.name !== "string") {
    return { id: `${given.resource.name}.${given.property}`, document: "unknown", ...given };
  }
  const path = typeof fields.path === "string" ? fields.path : "/";
  const policy = byPathAndName(stack).get(path + fields.name);
  return policy === undefined
    ? { id: `policy${path}${fields.name}`, document: "unknown", ...given }
    : ofStack(stack, policy, given);
}

function ofArn(stack: StackFacts, arn: string, given: Given): PolicyOfPrincipal {
  const parsed = parseArn(arn);
  if (parsed?.accountId === "aws") {
    return { id: arn, arn, document: ofAws(stack)(arn), ...given };
  }
  const name = parsed && parseIamResource(parsed);
  const policy = name?.type === "policy" ? byPathAndName(stack).get(name.path + name.name) : undefined;
  const own = policy?.read("arn");
  // The same name in another account is another policy.
  if (policy === undefined || (own?.kind === "known" && own.value !== arn)) {
    return { id: arn, arn, document: "unknown", ...given };
  }
  return { ...ofStack(stack, policy, given), arn };
}

/** Each document of AWS once: reading one takes longer than all that is done with it here. */
const ofAws = perStack((stack): ((arn: string) => PolicyOfPrincipal["document"]) => {
  const documents = new Map<string, PolicyOfPrincipal["document"]>();
  return (arn) => {
    const document = documents.get(arn) ?? stack.managedPolicyDocument(arn) ?? "unknown";
    documents.set(arn, document);
    return document;
  };
});

function ofStack(stack: StackFacts, policy: StackResource, given: Given): PolicyOfPrincipal {
  const [fact] = documentsAt(stack, policy, "identity");
  const document = fact?.reading.kind === "known" ? fact.reading.document : "unknown";
  return { id: `${policy.name}.policy`, document, ...given };
}

/** The stack's own managed policies by path and name; none where two accounts' policies share them. */
const byPathAndName = perStack((stack): ReadonlyMap<string, StackResource | undefined> => {
  const policies = new Map<string, StackResource | undefined>();
  for (const policy of stack.ofType(policyType)) {
    const name = policy.read("name");
    const path = policy.read("path");
    if (name.kind !== "known" || typeof name.value !== "string" || path.kind === "unknown") continue;
    const key = (path.kind === "known" && typeof path.value === "string" ? path.value : "/") + name.value;
    policies.set(key, policies.has(key) ? undefined : policy);
  }
  return policies;
});
