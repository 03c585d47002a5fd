import type { Condition, PolicyDocument, Principal, Statement } from "./policy-document";

/**
 * A policy as JSON without white space: elements in the order of AWS's documentation, keys sorted, lists of one as the
 * value alone. Equal documents give equal text, so a diff shows a change only where there is one.
 */
export function serializePolicy(document: PolicyDocument): string {
  const { Version, Id, Statement } = document;
  return JSON.stringify({ Version, Id, Statement: Statement.map(plainStatement) });
}

function plainStatement(statement: Statement): Record<string, unknown> {
  return {
    Sid: statement.Sid,
    Effect: statement.Effect,
    Principal: plainPrincipal(statement.Principal),
    NotPrincipal: plainPrincipal(statement.NotPrincipal),
    Action: plainList(statement.Action),
    NotAction: plainList(statement.NotAction),
    Resource: plainList(statement.Resource),
    NotResource: plainList(statement.NotResource),
    Condition: plainCondition(statement.Condition),
  };
}

function plainPrincipal(principal: Principal | undefined): unknown {
  return principal === undefined || principal === "*" ? principal : sorted(principal, plainList);
}

function plainCondition(condition: Condition | undefined): unknown {
  return condition === undefined ? undefined : sorted(condition, (keys) => sorted(keys, plainList));
}

function plainList(list: readonly string[] | undefined): readonly string[] | string | undefined {
  return list?.length === 1 ? list[0] : list;
}

function sorted<Value>(record: Readonly<Record<string, Value>>, plain: (value: Value) => unknown): unknown {
  const entries = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, plain(value)]));
}
