import { descendantElements } from "./elements";
import { type Malformation } from "./malformation";

/** The first element that breaks the rules of namespaces: a prefix that is never declared, or one attribute twice. */
export function findNamespaceFault(root: Element): Malformation | undefined {
  for (const element of descendantElements(root)) {
    const message = faultOf(element);
    if (message !== undefined) return { code: "malformed", message, ...placeOf(element) };
  }
  return undefined;
}

function faultOf(element: Element): string | undefined {
  if (element.prefix && !element.namespaceURI) return `<${element.tagName}> has a prefix that is never declared`;
  const seen = new Set<string>();
  for (const { name, prefix, localName, namespaceURI } of Array.from(element.attributes)) {
    if (prefix && !namespaceURI) return `the attribute ${name} has a prefix that is never declared`;
    const expanded = `{${namespaceURI ?? ""}}${localName}`;
    if (seen.has(expanded)) return `the attribute ${name} twice in one tag`;
    seen.add(expanded);
  }
  return undefined;
}

/** The parser notes on each element where it stood. */
function placeOf(element: Element): { line: number; column: number } {
  const { lineNumber = 1, columnNumber = 1 } = element as { lineNumber?: number; columnNumber?: number };
  return { line: lineNumber, column: columnNumber };
}
