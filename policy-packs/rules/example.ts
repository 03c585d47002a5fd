import type { Verdict } from "./rule";
import type { Reading, StackResource } from "./stack-resource";

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

/** A stack and **all** that its rule finds there. An example without findings is one to copy. */
export interface RuleExample {
  readonly title: string;
  readonly resources: readonly ExampleResource[];
  readonly findings: readonly (Pick<Verdict, "outcome" | "property" | "message"> & { readonly resource: string })[];
  /** Settings that differ from the rule's defaults. */
  readonly settings?: Readonly<Record<string, string>>;
}

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
  return value === unknownAtPreview ? { kind: "unknown", property } : { kind: "known", value };
}
