import type { Condition, PolicyDocument, Statement } from "#core/aws/policy";

/** A statement of a policy as a question for the simulator: its actions on its resources, in one request. */
export interface WantedActions {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Condition keys of the request, with their values. */
  readonly context: Readonly<Record<string, readonly string[]>>;
  /** What would grant it. */
  readonly statement: Statement;
}

/** What a policy grants, as questions: a condition that takes one of several values is asked for each of them. */
export function wantedActions({ Statement }: PolicyDocument): WantedActions[] {
  return Statement.filter(({ Effect }) => Effect === "Allow").flatMap((statement) => {
    const { Action: actions = [], Resource: resources = ["*"], Condition = {} } = statement;
    return contextsOf(Condition).map((context) => ({ actions, resources, context, statement }));
  });
}

const wantingValues: ReadonlySet<string> = new Set(["StringEquals", "StringLike", "ArnEquals", "ArnLike"]);

/** Every request that meets the condition by one value of each key. */
function contextsOf(condition: Condition): WantedActions["context"][] {
  const keys = Object.entries(condition).flatMap(([operator, values]) =>
    wantingValues.has(operator) ? Object.entries(values) : [],
  );
  return keys.reduce<WantedActions["context"][]>(
    (contexts, [key, values]) => contexts.flatMap((context) => values.map((value) => ({ ...context, [key]: [value] }))),
    [{}],
  );
}
