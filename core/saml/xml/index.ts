export { attributeOf, childElements, descendantElements, hasName, idsOf, onlyChild, textOf } from "./elements";
export { escapeAttribute, escapeText } from "./escape";
export { parseInstant } from "./instant";
export { namespaces } from "./namespaces";
export { type Malformation } from "./malformation";
export { parseXml } from "./parse-xml";
