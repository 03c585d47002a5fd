import type { StackResource } from "./stack-resource";

/** The stack, indexed in one pass for all rules. */
export interface StackFacts {
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
}

export function gatherFacts(resources: readonly StackResource[]): StackFacts {
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
  return {
    resources,
    ofType,
    withUrn: (urn) => byUrn.get(urn),
    target(resource, property, type, key) {
      const sources = resource.propertyDependencies.get(property) ?? [];
      const computedFrom = sources.map((urn) => byUrn.get(urn)).filter((source) => source?.type === type);
      // Two sources of one type say nothing about which of them the value names.
      if (computedFrom.length === 1) return computedFrom[0];
      const reading = resource.read(property);
      return reading.kind === "known" ? byKey(type, key).get(reading.value) : undefined;
    },
  };
}

type KeyIndex = (type: string, key: string) => ReadonlyMap<unknown, StackResource>;

/** Indexes by a property's value, each made when the first rule asks for it. */
function keyIndexes(ofType: StackFacts["ofType"]): KeyIndex {
  const indexes = new Map<string, ReadonlyMap<unknown, StackResource>>();
  return (type, key) => {
    const name = `${type} ${key}`;
    const made = indexes.get(name);
    if (made !== undefined) return made;
    const index = new Map<unknown, StackResource>();
    for (const resource of ofType(type)) {
      const reading = resource.read(key);
      if (reading.kind === "known") index.set(reading.value, resource);
    }
    indexes.set(name, index);
    return index;
  };
}
