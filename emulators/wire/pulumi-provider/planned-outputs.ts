import { withoutDefaultNames } from "./default-names";
import type { ResourceFace } from "./face";
import { type PreviewInputs, unknown, type Value } from "./property-value";

/** What a preview can tell of a resource that does not exist: its inputs. */
export function plannedCreation<Cloud>(face: ResourceFace<Cloud>, inputs: PreviewInputs): PreviewInputs {
  const given = withoutDefaultNames(inputs);
  const open = [...face.computed, ...(face.optionalComputed ?? []).filter((property) => !(property in given))];
  return { ...given, ...allUnknown(open) };
}

/** The state an update leads to: what stays of the old one, the new inputs, and nothing of inputs that were dropped. */
export function plannedUpdate<Cloud>(
  face: ResourceFace<Cloud>,
  olds: { readonly state: PreviewInputs; readonly inputs: PreviewInputs },
  news: PreviewInputs,
): Record<string, Value> {
  const given = withoutDefaultNames(news);
  const kept = Object.entries(olds.state).filter(([property]) => {
    const dropped = property in olds.inputs && !(property in given);
    return !dropped || face.optionalComputed?.includes(property);
  });
  return { ...Object.fromEntries(kept), ...given };
}

/** The same for a preview: what the cloud tells anew is unknown. */
export function previewedUpdate<Cloud>(
  face: ResourceFace<Cloud>,
  olds: { readonly state: PreviewInputs; readonly inputs: PreviewInputs },
  news: PreviewInputs,
  changed: ReadonlySet<string>,
): PreviewInputs {
  return { ...plannedUpdate(face, olds, news), ...allUnknown(face.recomputed?.(changed) ?? []) };
}

function allUnknown(properties: readonly string[]): Record<string, Value> {
  return Object.fromEntries(properties.map((property) => [property, unknown]));
}
