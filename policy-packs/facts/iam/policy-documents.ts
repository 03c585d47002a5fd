import { type PolicyDocument, readPolicy } from "#core/aws/policy";
import { documentHolders, type DocumentHolder, type DocumentUse } from "./document-holders";
import { perStack, type StackFacts } from "../stack-facts";
import type { Reading, StackResource } from "../stack-resource";

/** A document, what is wrong with it, or the property that only the update tells. */
export type DocumentReading =
  | { readonly kind: "known"; readonly document: PolicyDocument; readonly text: string }
  | { readonly kind: "malformed"; readonly message: string; readonly position?: number }
  | { readonly kind: "unknown"; readonly property: string };

export interface DocumentFact {
  readonly resource: StackResource;
  /** Path of the document, as `inlinePolicies[0].policy`. */
  readonly property: string;
  readonly use: DocumentUse;
  readonly reading: DocumentReading;
}

/** Every policy document of the stack, type by type, each parsed once. */
export const policyDocuments = perStack((stack): readonly DocumentFact[] =>
  documentHolders.flatMap((holder) =>
    stack.ofType(holder.type).flatMap((resource) => documentsOf(stack, resource, holder)),
  ),
);

/** `readPolicy`, once for each text: many roles of a stack have the same trust policy. */
export const readPolicyOnce = perStack((): typeof readPolicy => {
  const known = new Map<string, ReturnType<typeof readPolicy>>();
  return (input) => {
    if (typeof input !== "string") return readPolicy(input);
    const made = known.get(input) ?? readPolicy(input);
    known.set(input, made);
    return made;
  };
});

const byResource = perStack((stack): ReadonlyMap<StackResource, readonly DocumentFact[]> => {
  const documents = new Map<StackResource, DocumentFact[]>();
  for (const fact of policyDocuments(stack)) {
    const list = documents.get(fact.resource);
    if (list === undefined) documents.set(fact.resource, [fact]);
    else list.push(fact);
  }
  return documents;
});

/** The documents of one resource that are read for `use`. */
export function documentsAt(stack: StackFacts, resource: StackResource, use: DocumentUse): readonly DocumentFact[] {
  return (byResource(stack).get(resource) ?? []).filter((fact) => fact.use === use);
}

function documentsOf(stack: StackFacts, resource: StackResource, holder: DocumentHolder): readonly DocumentFact[] {
  if (!isOfKind(resource, holder) || isDefaultOfCloud(resource, holder)) return [];
  const { property, use } = holder;
  const reading = given(resource, property, holder.computed ?? false);
  if (reading.kind === "absent") return [];
  if (reading.kind === "unknown") return [{ resource, property, use, reading }];
  if (holder.each === undefined) return [{ resource, property, use, reading: read(stack, reading.value) }];
  const { each } = holder;
  return listOf(reading.value).flatMap((element, index) =>
    element[each] === undefined
      ? []
      : [{ resource, property: `${property}[${index}].${each}`, use, reading: read(stack, element[each]) }],
  );
}

/** A property as the program gives it: what the provider fills in, and a program without it leaves to it, is absent. */
export function given(resource: StackResource, property: string, computed: boolean): Reading {
  const reading = resource.read(property);
  if (!computed) return reading;
  const leftOut = (resource.propertyDependencies.get(property) ?? []).length === 0;
  if (reading.kind === "unknown" && leftOut) return { kind: "absent" };
  return reading.kind === "known" && reading.value === "" ? { kind: "absent" } : reading;
}

/**
 * Whether a known document is AWS's default, which the provider reads into the state of topics, queues, keys: a program's
 * own inputs all have an entry in the dependencies, if an empty one.
 */
function isDefaultOfCloud(
  { propertyDependencies }: StackResource,
  { property, use, computed }: DocumentHolder,
): boolean {
  return (
    computed === true && use === "resource" && propertyDependencies.size > 0 && !propertyDependencies.has(property)
  );
}

function isOfKind(resource: StackResource, { kinds }: DocumentHolder): boolean {
  if (kinds === undefined) return true;
  const reading = resource.read("type");
  const value = reading.kind === "known" ? reading.value : kinds[0];
  return kinds.some((kind) => kind === value);
}

/** Programs may give the document as an object; the provider makes text of it. */
function read(stack: StackFacts, value: unknown): DocumentReading {
  if (typeof value !== "string" && (typeof value !== "object" || value === null)) {
    return { kind: "malformed", message: "the policy: expected JSON text or an object" };
  }
  // What AWS refuses and whose meaning is clear all the same is judged by every rule, not by policy-valid alone.
  const { document, problems } = readPolicyOnce(stack)(value);
  if (document === undefined) return malformedBy(problems);
  // Two documents of one text are still two: one may limit where the other gives.
  return { kind: "known", document: { ...document }, text: typeof value === "string" ? value : JSON.stringify(value) };
}

function malformedBy([first]: ReturnType<typeof readPolicy>["problems"]): DocumentReading {
  const { path = "", message = "expected a policy document", position } = first ?? {};
  const place = path === "" ? "" : `${path}: `;
  return { kind: "malformed", message: `${place}${message}`, ...(position !== undefined && { position }) };
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map((element) => Object(element) as Record<string, unknown>) : [];
}
