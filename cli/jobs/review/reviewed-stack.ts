import type { PolicyViolation } from "#engine";

export type Properties = Readonly<Record<string, unknown>>;

/** A resource as an engine's JSON tells it, wherever that came from. */
export interface ReviewedResource {
  readonly urn: string;
  readonly type: string;
  /** Whether a provider makes it; components are not custom. */
  readonly custom: boolean;
  readonly id: string | undefined;
  readonly inputs: Properties;
  /** Absent where a plan says nothing of them. */
  readonly outputs: Properties | undefined;
  /** URNs by property. */
  readonly propertyDependencies: Properties;
  /** Where the program made it, as `project:///index.ts#3,5`, the nearest frame first. */
  readonly positions: readonly string[];
}

/** What a policy pack said of one resource during the run. */
export interface PackViolation extends PolicyViolation {
  /** As the pack's author gave it; empty where they gave none. */
  readonly severity: string;
}

/** What is reviewed: the resources as they will be or are, and what policy packs said of them during the run. */
export interface ReviewedStack {
  readonly project: string;
  readonly stack: string;
  readonly resources: readonly ReviewedResource[];
  /** @default none: the input does not tell */
  readonly violations: readonly PackViolation[];
  /** Whether our own pack judged the whole stack during the run. */
  readonly judgedByPack: boolean;
}
