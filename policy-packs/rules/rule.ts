import type { StackFacts, StackResource } from "../facts";

export type Severity = "low" | "medium" | "high" | "critical";

/** `mandatory` stops the update, `advisory` is only told, `disabled` is not judged at all. */
export type Level = "mandatory" | "advisory" | "disabled";

/** What a stack is there for, where only such a stack can be missing something. */
export type Scope = "account" | "tenant" | "monitoring";

export type OptionValue = number | string | boolean | readonly string[];

/** One setting of a rule, with the value that holds where nothing is configured. */
export interface RuleOption<Value extends OptionValue = OptionValue> {
  readonly description: string;
  readonly default: Value;
  /** @returns what is expected instead, or nothing when the value can be used. */
  expected?(value: Value): string | undefined;
}

export type RuleOptions = Readonly<Record<string, RuleOption>>;

/** The settings of a rule by name, defaults filled in. */
export type RuleSettings<Options extends RuleOptions = RuleOptions> = {
  readonly [Name in keyof Options]: Widened<Options[Name]["default"]>;
};

type Widened<Value> = Value extends number
  ? number
  : Value extends string
    ? string
    : Value extends boolean
      ? boolean
      : readonly string[];

/** What a rule found at one resource. `undetermined` is said, not left out: it is what a reviewer has to look at. */
export interface Verdict {
  readonly outcome: "violation" | "undetermined";
  /** Left out only by a rule that finds something missing from the whole stack. */
  readonly resource?: StackResource;
  /** Path of the property that the verdict rests on, as `policy.Statement[0].Action`. */
  readonly property?: string;
  readonly message: string;
  /** What to do here. @default the rule's own `fix` */
  readonly remedy?: string;
}

/** What is said of a rule wherever it is listed: the pack, reports, the page. */
export interface RuleMetadata<Options extends RuleOptions = RuleOptions> {
  /** Also the name of the rule's folder. It never changes, since configurations refer to it. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Where nothing is configured. @default `mandatory` for `critical` and `high`, else `advisory` */
  readonly level?: Exclude<Level, "disabled">;
  /** Judged only in a stack that declares this scope. @default any stack */
  readonly scope?: Scope;
  readonly why: string;
  readonly fix: string;
  /** URLs of the sources. */
  readonly references: readonly string[];
  /** Controls of public frameworks that the rule answers, as `CIS AWS 5.0.0 1.15` or `ScubaGear MS.AAD.3.2v1`. */
  readonly frameworks: readonly string[];
  readonly options: Options;
}

/** A verdict on one resource, which needs no other. */
export interface ResourceRule<Options extends RuleOptions = RuleOptions> extends RuleMetadata<Options> {
  readonly kind: "resource";
  /** Type tokens of the resources that the rule judges. */
  readonly types: readonly string[];
  judge(resource: StackResource, settings: RuleSettings<Options>, stack: StackFacts): readonly Verdict[];
}

/** A verdict over the stack, from the facts of all its resources. */
export interface StackRule<Options extends RuleOptions = RuleOptions> extends RuleMetadata<Options> {
  readonly kind: "stack";
  judge(stack: StackFacts, settings: RuleSettings<Options>): readonly Verdict[];
}

export type Rule = ResourceRule | StackRule;
