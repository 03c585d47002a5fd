import type { PolicyDocument, Statement } from "#core/aws/policy";

/**
 * Prefixes of the services that documents name in actions and condition keys, in lower case, sorted, for `loadServices`.
 *
 * A prefix keeps its wildcards; `*` itself names no service, so that a document that allows everything loads nothing.
 */
export function servicesNamed(documents: Iterable<PolicyDocument>): string[] {
  const names = new Set<string>();
  for (const { Statement } of documents) {
    for (const statement of Statement) namesIn(statement).forEach((name) => names.add(prefixOf(name)));
  }
  return [...names].filter((name) => !/^(\**|aws)$/.test(name)).sort();
}

function namesIn({ Action = [], NotAction = [], Condition = {} }: Statement): readonly string[] {
  return [...Action, ...NotAction, ...Object.values(Condition).flatMap((keys) => Object.keys(keys))];
}

function prefixOf(name: string): string {
  return name.includes(":") ? name.slice(0, name.indexOf(":")).toLowerCase() : "";
}
