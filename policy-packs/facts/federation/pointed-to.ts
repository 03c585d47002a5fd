import type { Pointed } from "./resource-types";
import type { StackFacts } from "../stack-facts";
import type { StackResource } from "../stack-resource";

/** The resource that a property points to, where it may be of several types. */
export function pointedTo(
  stack: StackFacts,
  resource: StackResource,
  property: string,
  types: readonly Pointed[],
): StackResource | undefined {
  for (const [type, key] of types) {
    const target = stack.target(resource, property, type, key);
    if (target !== undefined) return target;
  }
  return undefined;
}

/** All resources of several types, type by type. */
export function ofTypes(stack: StackFacts, types: readonly Pointed[]): readonly StackResource[] {
  return types.flatMap(([type]) => stack.ofType(type));
}
