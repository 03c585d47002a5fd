import { managedPolicyDocument } from "#core/aws/managed-policies";
import type { Reading, StackResource, Surroundings } from "../facts";
import { propertyPath } from "./property-path";
import type { OptionValue, Verdict } from "./rule";

/** Stands for a value that only the cloud can tell and that a preview does not know. */
export const unknownAtPreview = Symbol("unknown at preview");

/** A resource of an example, written as in a program. */
export interface ExampleResource {
  readonly type: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** For properties that are computed from other resources: the names of those. */
  readonly from?: Readonly<Record<string, readonly string[]>>;
}

/** What a rule finds, with the resource by its name; without one where something is missing from the whole stack. */
export type ExampleFinding = Pick<Verdict, "outcome" | "property" | "message"> & { readonly resource?: string };

/** A stack and **all** that its rule finds there. An example without findings is one to copy. */
export interface RuleExample {
  readonly title: string;
  readonly resources: readonly ExampleResource[];
  readonly findings: readonly ExampleFinding[];
  /** Settings that differ from the rule's defaults. */
  readonly settings?: Readonly<Record<string, OptionValue>>;
}

/** All that a rule is shown and tested by. */
export type RuleExamples = Readonly<Record<"passing" | "violations" | "undetermined", readonly RuleExample[]>>;

/** The day on which the examples are judged, with no service of AWS loaded. */
export const exampleSurroundings: Surroundings = {
  now: Date.parse("2026-11-25T00:00:00Z"),
  services: { hasService: () => false, service: () => undefined, prefixes: [], globalConditionKeys: new Map() },
  managedPolicyDocument,
};

/** The example's resources as rules read them. */
export function stackOf(resources: readonly ExampleResource[]): readonly StackResource[] {
  const urnOf = ({ type, name }: ExampleResource): string => `urn:pulumi:example::entra-aws::${type}::${name}`;
  const urns = new Map(resources.map((resource) => [resource.name, urnOf(resource)]));
  return resources.map((resource) => ({
    urn: urnOf(resource),
    type: resource.type,
    name: resource.name,
    propertyDependencies: new Map(
      Object.entries(resource.from ?? {}).map(([property, names]) => [
        property,
        names.map((name) => urns.get(name) ?? `urn:pulumi:elsewhere::entra-aws::unknown::${name}`),
      ]),
    ),
    read: (property) => readingOf(new Map(Object.entries(resource.properties)).get(property), property),
  }));
}

function readingOf(value: unknown, property: string): Reading {
  if (value === undefined) return { kind: "absent" };
  const unknown = unknownPart(value, [property]);
  return unknown === undefined ? { kind: "known", value } : { kind: "unknown", property: propertyPath(unknown) };
}

/** Where the first part is that a preview does not know. */
function unknownPart(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (value === unknownAtPreview) return path;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = unknownPart(part, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
