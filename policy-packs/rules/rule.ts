import type { StackFacts } from "./facts";
import type { StackResource } from "./stack-resource";

export type Severity = "low" | "medium" | "high" | "critical";

/** One setting of a rule, with the value that holds where nothing is configured. */
export interface RuleOption {
  readonly description: string;
  readonly default: string;
  /** @returns what is expected instead, or nothing when the value can be used. */
  readonly expected?: (value: string) => string | undefined;
}

/** The settings of a rule by name, defaults filled in. */
export type RuleSettings<Name extends string = string> = Readonly<Record<Name, string>>;

/** What a rule found at one resource. `undetermined` is said, not left out: it is what a reviewer has to look at. */
export interface Verdict {
  readonly outcome: "violation" | "undetermined";
  readonly resource: StackResource;
  /** Path of the property that the verdict rests on. */
  readonly property: string;
  readonly message: string;
  /** What to do here. @default the rule's own `fix` */
  readonly remedy?: string;
}

/** What is said of a rule wherever it is listed: the pack, reports, the page. */
export interface RuleMetadata<Option extends string = string> {
  /** Also the name of the rule's folder. It never changes, since configurations refer to it. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly fix: string;
  /** URLs of the sources. */
  readonly references: readonly string[];
  readonly options: Readonly<Record<Option, RuleOption>>;
}

/** A verdict on one resource, which needs no other. */
export interface ResourceRule<Option extends string = string> extends RuleMetadata<Option> {
  readonly kind: "resource";
  /** Type tokens of the resources that the rule judges. */
  readonly types: readonly string[];
  judge(resource: StackResource, settings: RuleSettings<Option>): readonly Verdict[];
}

/** A verdict over the stack, from the facts of all its resources. */
export interface StackRule<Option extends string = string> extends RuleMetadata<Option> {
  readonly kind: "stack";
  judge(stack: StackFacts, settings: RuleSettings<Option>): readonly Verdict[];
}

export type Rule = ResourceRule | StackRule;
