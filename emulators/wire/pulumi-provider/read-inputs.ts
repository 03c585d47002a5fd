import { defaultsKey } from "./default-names";
import { propertyChanges } from "./diff";
import type { ReadResult, ResourceFace } from "./face";
import { type PreviewInputs, type Value } from "./property-value";

/**
 * The inputs that declare what a cloud holds.
 *
 * A refresh follows the inputs that were given and invents none; an import, which has no earlier inputs, takes all.
 */
export function refreshedInputs<Cloud>(
  face: ResourceFace<Cloud>,
  earlier: PreviewInputs,
  found: ReadResult,
): Record<string, Value> {
  const imported = Object.keys(earlier).length === 0;
  if (imported) return { ...present(found.inputs), [defaultsKey]: [] };
  const kept = Object.entries(earlier).map(([property, value]): [string, Value | undefined] =>
    property === defaultsKey || face.writeOnly?.includes(property)
      ? [property, value]
      : [property, followed(face, property, value, found.inputs[property])],
  );
  return present(Object.fromEntries(kept));
}

/** Another writing of the same value, such as a document's, is no drift: the given one stays. */
function followed<Cloud>(
  face: ResourceFace<Cloud>,
  property: string,
  given: Value,
  held: Value | undefined,
): Value | undefined {
  return propertyChanges(face, property, given, held).length === 0 && held !== undefined ? given : held;
}

/** What a cloud holds, and what it never gives back. */
export function refreshedState<Cloud>(
  face: ResourceFace<Cloud>,
  earlier: PreviewInputs,
  found: ReadResult,
): Record<string, Value> {
  const kept = Object.entries(earlier).filter(([property]) => face.writeOnly?.includes(property));
  return { ...Object.fromEntries(kept), ...present(found.inputs), ...found.outputs };
}

function present(values: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, Value] => entry[1] !== undefined && entry[1] !== null),
  );
}
