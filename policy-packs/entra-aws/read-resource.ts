import { UnknownValueError, type PolicyResource } from "@pulumi/policy";
import type { Reading, StackResource } from "../rules/index";

/** A resource of the policy SDK as the rules read it. */
export function readResource(resource: PolicyResource): StackResource {
  const { urn, type, name } = resource;
  const props = resource.props as Readonly<Record<string, unknown>>;
  const sources = Object.entries(resource.propertyDependencies);
  return {
    urn,
    type,
    name,
    propertyDependencies: new Map(sources.map(([property, of]) => [property, of.map((source) => source.urn)])),
    read: (property) => readProperty(props, property),
  };
}

/** The SDK's properties throw where a value is unknown; writing the value out as JSON touches every part of it. */
function readProperty(props: Readonly<Record<string, unknown>>, property: string): Reading {
  try {
    const value = Object.hasOwn(props, property) ? props[property] : undefined;
    if (value === undefined) return { kind: "absent" };
    return { kind: "known", value: JSON.parse(JSON.stringify(value)) as unknown };
  } catch (error) {
    if (!(error instanceof UnknownValueError)) throw error;
    // The SDK exports the class without its type.
    const { props: path } = error as { props: readonly PropertyKey[] };
    return { kind: "unknown", property: path.map(String).join(".") };
  }
}
