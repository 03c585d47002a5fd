import { prefixOf } from "#core/aws/policy-patterns";
import type { PolicyOfPrincipal } from "./principal-fact";

/**
 * Whether a principal's policies speak of an action, or pattern of actions, at all, so that it is worth asking what comes
 * of it: they mostly name a few actions of a few services. A document that nobody has read may speak of any.
 */
export function mentionedActions(policies: readonly PolicyOfPrincipal[]): (action: string) => boolean {
  const exact = new Set<string>();
  const services = new Set<string>();
  let any = false;
  for (const { document } of policies) {
    if (document === "unknown") return () => true;
    for (const { Effect, Action = [], NotAction } of document.Statement) {
      if (Effect !== "Allow") continue;
      any ||= NotAction !== undefined;
      for (const pattern of Action) {
        if (!isOpen(pattern)) exact.add(pattern.toLowerCase());
        else if (isOpen(prefixOf(pattern)) || prefixOf(pattern) === "") any = true;
        else services.add(prefixOf(pattern));
      }
    }
  }
  return (action) =>
    any || exact.has(action.toLowerCase()) || services.has(prefixOf(action)) || isOpen(prefixOf(action));
}

function isOpen(text: string): boolean {
  return text.includes("*") || text.includes("?");
}
