const elementNode = 1;
const textNodes: ReadonlySet<number> = new Set([3, 4]);

/** Whether the element is of that namespace and local name, whatever its prefix. */
export function hasName(element: Element, namespace: string, name: string): boolean {
  return element.localName === name && element.namespaceURI === namespace;
}

/** The direct children that are elements, in document order; with a name only those that bear it. */
export function childElements(parent: Element, namespace?: string, name?: string): Element[] {
  return Array.from(parent.childNodes)
    .filter((node): node is Element => node.nodeType === elementNode)
    .filter((element) => namespace === undefined || name === undefined || hasName(element, namespace, name));
}

/** The one direct child of that name; nothing when there is none or more than one. */
export function onlyChild(parent: Element, namespace: string, name: string): Element | undefined {
  const found = childElements(parent, namespace, name);
  return found.length === 1 ? found[0] : undefined;
}

/** The element and everything inside it, in document order. */
export function descendantElements(root: Element): Element[] {
  return [root, ...childElements(root).flatMap(descendantElements)];
}

/** The text of an element that holds nothing but text; comments inside do not cut it. */
export function textOf(element: Element): string | undefined {
  if (childElements(element).length > 0) return undefined;
  return Array.from(element.childNodes)
    .filter((node) => textNodes.has(node.nodeType))
    .map((node) => node.nodeValue ?? "")
    .join("");
}

/** The value of an attribute without prefix. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.hasAttribute(name) ? (element.getAttribute(name) ?? undefined) : undefined;
}

/** Everything on the element that some reader takes for its id: `ID`, `Id`, `id`, with or without a prefix. */
export function idsOf(element: Element): string[] {
  return Array.from(element.attributes)
    .filter(({ localName }) => localName.toLowerCase() === "id")
    .map(({ value }) => value);
}
