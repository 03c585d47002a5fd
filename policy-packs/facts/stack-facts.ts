import type { StackResource } from "./stack-resource";
import type { Surroundings } from "./surroundings";

/** The stack, indexed in one pass for all rules, and what is true around it. */
export interface StackFacts extends Surroundings {
  readonly resources: readonly StackResource[];
  ofType(type: string): readonly StackResource[];
  withUrn(urn: string): StackResource | undefined;
  /**
   * The resource of `type` that `property` of `resource` points to: by what the property was computed from, which a
   * preview knows, else by the target's own value of `key`, which is all that a literal id leaves.
   *
   * @returns nothing when the stack does not hold the target.
   */
  target(resource: StackResource, property: string, type: string, key: string): StackResource | undefined;
  /**
   * All resources of `type` that `property` points to, where it may be a list or its value may name several: those whose
   * `key` the value has, and for values that lead to none, what they were computed from.
   */
  targets(resource: StackResource, property: string, type: string, key: string): readonly StackResource[];
}

export function gatherFacts(resources: readonly StackResource[], surroundings: Surroundings): StackFacts {
  const byType = new Map<string, StackResource[]>();
  const byUrn = new Map<string, StackResource>();
  for (const resource of resources) {
    byUrn.set(resource.urn, resource);
    const alike = byType.get(resource.type);
    if (alike === undefined) byType.set(resource.type, [resource]);
    else alike.push(resource);
  }
  const ofType = (type: string): readonly StackResource[] => byType.get(type) ?? [];
  const byKey = keyIndexes(ofType);
  const sourcesOf = (resource: StackResource, property: string, type: string): readonly StackResource[] =>
    (resource.propertyDependencies.get(property) ?? []).flatMap((urn) => {
      const source = byUrn.get(urn);
      return source?.type === type ? [source] : [];
    });
  return {
    ...surroundings,
    resources,
    ofType,
    withUrn: (urn) => byUrn.get(urn),
    target(resource, property, type, key) {
      const sources = sourcesOf(resource, property, type);
      // Two sources of one type say nothing about which of them the value names.
      if (sources.length === 1) return sources[0];
      const reading = resource.read(property);
      return reading.kind === "known" ? byKey(type, key).get(reading.value)?.at(-1) : undefined;
    },
    targets(resource, property, type, key) {
      const sources = sourcesOf(resource, property, type);
      const reading = resource.read(property);
      const isList = reading.kind === "known" && Array.isArray(reading.value);
      if (sources.length === 1 && !isList) return sources;
      const values: readonly unknown[] =
        reading.kind !== "known" ? [undefined] : isList ? (reading.value as unknown[]) : [reading.value];
      const named = values.map((value) => byKey(type, key).get(value) ?? []);
      // A source whose key is known is named by that key, or is not meant.
      const others = named.every((found) => found.length > 0)
        ? []
        : sources.filter((source) => source.read(key).kind !== "known" || reading.kind !== "known");
      return [...new Set([...named.flat(), ...others])];
    },
  };
}

/** A fact that several rules ask for, worked out once a stack. */
export function perStack<Fact>(workOut: (stack: StackFacts) => Fact): (stack: StackFacts) => Fact {
  const facts = new WeakMap<StackFacts, { readonly fact: Fact }>();
  return (stack) => {
    const known = facts.get(stack) ?? { fact: workOut(stack) };
    facts.set(stack, known);
    return known.fact;
  };
}

type KeyIndex = (type: string, key: string) => ReadonlyMap<unknown, readonly StackResource[]>;

/** Indexes by a property's value, each made when the first rule asks for it. */
function keyIndexes(ofType: StackFacts["ofType"]): KeyIndex {
  const indexes = new Map<string, ReadonlyMap<unknown, readonly StackResource[]>>();
  return (type, key) => {
    const name = `${type} ${key}`;
    const made = indexes.get(name);
    if (made !== undefined) return made;
    const index = new Map<unknown, StackResource[]>();
    for (const resource of ofType(type)) {
      const reading = resource.read(key);
      if (reading.kind !== "known") continue;
      const alike = index.get(reading.value);
      if (alike === undefined) index.set(reading.value, [resource]);
      else alike.push(resource);
    }
    indexes.set(name, index);
    return index;
  };
}
