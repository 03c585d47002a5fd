import type { Reading, StackResource } from "#policy-packs/rules";
import { readProperty } from "./property-reading";
import { namesOfUrn } from "./resource-of-state";
import type { ReviewedResource } from "./reviewed-stack";

/** The resources as the rules read them. */
export function stackResources(resources: readonly ReviewedResource[]): readonly StackResource[] {
  return resources.map((resource) => {
    const readings = new Map<string, Reading>();
    return {
      ...namesOfUrn(resource.urn),
      type: resource.type,
      propertyDependencies: dependenciesOf(resource),
      read: (property) => {
        const reading = readings.get(property) ?? readProperty(resource, property);
        readings.set(property, reading);
        return reading;
      },
    };
  });
}

function dependenciesOf({ propertyDependencies }: ReviewedResource): StackResource["propertyDependencies"] {
  return new Map(
    Object.entries(propertyDependencies).map(([property, urns]) => [
      property,
      (Array.isArray(urns) ? (urns as readonly unknown[]) : []).filter((urn) => typeof urn === "string"),
    ]),
  );
}
