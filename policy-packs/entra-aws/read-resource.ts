import { UnknownValueError, type PolicyResource } from "@pulumi/policy";
import { propertyPath, type Reading, type StackResource } from "../rules/index";

/** A resource of the policy SDK as the rules read it; nothing of it is touched before a rule asks. */
export function readResource(resource: PolicyResource): StackResource {
  const { urn, type, name } = resource;
  const props = resource.props as Readonly<Record<string, unknown>>;
  const readings = new Map<string, Reading>();
  let sources: StackResource["propertyDependencies"] | undefined;
  return {
    urn,
    type,
    name,
    get propertyDependencies() {
      return (sources ??= urnsOf(resource.propertyDependencies));
    },
    read(property) {
      const known = readings.get(property) ?? readProperty(props, property);
      readings.set(property, known);
      return known;
    },
  };
}

function urnsOf(dependencies: PolicyResource["propertyDependencies"]): StackResource["propertyDependencies"] {
  return new Map(Object.entries(dependencies).map(([property, of]) => [property, of.map(({ urn }) => urn)]));
}

/** The SDK's properties throw where a value is unknown; copying the value touches every part of it. */
function readProperty(props: Readonly<Record<string, unknown>>, property: string): Reading {
  try {
    const value = Object.hasOwn(props, property) ? props[property] : undefined;
    return value === undefined ? { kind: "absent" } : { kind: "known", value: plain(value) };
  } catch (error) {
    if (!(error instanceof UnknownValueError)) throw error;
    // The SDK exports the class without its type.
    const { props: path } = error as { props: readonly PropertyKey[] };
    return { kind: "unknown", property: propertyPath(path) };
  }
}

function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Array.from({ length: value.length }, (_, index) => plain(value[index]));
  return Object.fromEntries(
    Object.keys(value).map((key) => [key, plain((value as Readonly<Record<string, unknown>>)[key])]),
  );
}
