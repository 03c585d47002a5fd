import { shown } from "#core/problems";
import type { PrincipalFact } from "../facts";

/** A principal in a message: `the role "Developer"`. */
export function sayPrincipal({ kind, name, resource }: PrincipalFact): string {
  return `the ${kind} ${shown(name ?? resource.name)}`;
}

/** At most five of a list, and how many more there are. */
export function atMostFive(items: readonly string[]): string {
  const more = items.length - 5;
  return more > 0 ? `${items.slice(0, 5).join(", ")} and ${more} more` : items.join(", ");
}
