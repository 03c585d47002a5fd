import type { PolicyKind, SourcedPolicy, StatementReference } from "#core/aws/authorization";
import type { Statement } from "#core/aws/policy";
import { actionSet, type ActionSet } from "./action-set";
import { conditionProspect, type Prospect, type RequestKeys } from "./condition-prospect";
import type { Effort } from "./effort";
import { once, onceEach } from "./once";
import { resourcePattern, type ResourcePattern } from "./resource-pattern";

/** A statement made ready to be asked of many actions. */
export interface CompiledStatement {
  readonly effect: "Allow" | "Deny";
  readonly reference: StatementReference;
  readonly actions: ActionSet;
  /** All entries of `Resource` and `NotResource`, as written. */
  readonly texts: readonly string[];
  /** Entries of `Resource`; without that element, one that stands for everything. */
  resources(): readonly ResourcePattern[];
  /** Entries of `NotResource`, which `resources` are without. */
  notResources(): readonly ResourcePattern[];
  prospect(known: RequestKeys): Prospect;
}

/** What statements are compiled with. */
export interface CompilationContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly effort: Effort;
}

export interface CompiledPolicies {
  readonly statements: readonly CompiledStatement[];
  /** Ids of the documents that nobody has read. */
  readonly unknown: readonly string[];
}

/**
 * Statements that name a principal are left out: they belong to a resource, and a policy of a principal that has one is
 * refused by AWS.
 */
export function compilePolicies(
  policies: readonly SourcedPolicy[],
  kind: PolicyKind,
  given: CompilationContext,
): CompiledPolicies {
  return {
    unknown: policies.filter(({ document }) => document === "unknown").map(({ id }) => id),
    statements: policies.flatMap(({ id, document }) =>
      document === "unknown"
        ? []
        : document.Statement.flatMap((statement, index) => {
            if (statement.Principal !== undefined || statement.NotPrincipal !== undefined) return [];
            const sid = statement.Sid === undefined ? {} : { sid: statement.Sid };
            return [compileStatement(statement, { kind, policy: id, statement: index, ...sid }, given)];
          }),
    ),
  };
}

function compileStatement(
  statement: Statement,
  reference: StatementReference,
  { now, effort }: CompilationContext,
): CompiledStatement {
  const { Effect: effect, Action, NotAction, Resource = ["*"], NotResource = [], Condition } = statement;
  const keys = new Set(Object.values(Condition ?? {}).flatMap((tests) => Object.keys(tests).map(lowerCased)));
  const prospect = onceEach(
    (known: RequestKeys) => (Condition ? conditionProspect(Condition, { effect, known, now, effort }) : "always"),
    (known) => JSON.stringify(Object.entries(known).filter(([key]) => keys.has(lowerCased(key)))),
  );
  return {
    effect,
    reference,
    actions: actionSet(Action ?? NotAction ?? [], Action === undefined && NotAction !== undefined, effort),
    texts: [...Resource, ...NotResource],
    resources: once(() => Resource.map(resourcePattern)),
    notResources: once(() => NotResource.map(resourcePattern)),
    prospect: (known) => (Condition === undefined ? "always" : prospect(known)),
  };
}

function lowerCased(text: string): string {
  return text.toLowerCase();
}
