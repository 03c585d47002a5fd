import { descendantElements } from "#core/saml/xml";
import { Refused } from "./refusal";

const nodeTypes = { text: 3, cdata: 4, comment: 8 };

/**
 * Refuses a text that is divided by a comment or a CDATA section. Signatures do not cover either, and a reader who takes
 * the first piece for the whole is told another name than the one that was signed.
 *
 * Source: CERT/CC VU#475445. That AWS refuses it, too, no source says.
 *
 * @throws Refused with `ambiguous`.
 */
export function checkTexts(root: Element): void {
  const divided = descendantElements(root).find(isDivided);
  if (divided !== undefined) {
    throw new Refused("ambiguous", `a comment or CDATA section divides the text of ${divided.localName}`);
  }
}

function isDivided({ childNodes }: Element): boolean {
  const nodes = Array.from(childNodes);
  const sections = nodes.filter(({ nodeType }) => nodeType === nodeTypes.cdata);
  const texts = nodes.filter(({ nodeType, nodeValue }) => nodeType === nodeTypes.text && nodeValue?.trim() !== "");
  if (sections.length > 0 && sections.length + texts.length > 1) return true;
  return sections.length + texts.length > 0 && nodes.some(({ nodeType }) => nodeType === nodeTypes.comment);
}
