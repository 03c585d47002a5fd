import { attributeOf, childElements, hasName, namespaces, onlyChild } from "#core/saml/xml";
import { accepted } from "./algorithms";
import { type LocatedSignature } from "./locate-signatures";
import { Refused } from "./refusal";

const forms: ReadonlyMap<string, readonly string[]> = new Map([
  ["SignedInfo", ["CanonicalizationMethod", "SignatureMethod", "Reference"]],
  ["Reference", ["Transforms", "DigestMethod", "DigestValue"]],
  ["SignatureMethod", []],
  ["DigestMethod", []],
]);

/**
 * Holds a signature to the form of saml-core-2.0-os 5.4: one reference, to the id of the element it stands in, with
 * these two transforms, and algorithms that are taken.
 *
 * INVARIANT: nothing but the prescribed elements, each once, so that what is checked here is what the verifier uses.
 *
 * @throws Refused with `signature-malformed`, `algorithm` or `reference`.
 */
export function checkSignatureForm({ signature, element }: LocatedSignature): void {
  const children = childElements(signature).map(({ localName }) => localName);
  if (!["SignedInfo,SignatureValue", "SignedInfo,SignatureValue,KeyInfo"].includes(children.join())) {
    throw malformed("Signature");
  }
  const info = only(signature, "SignedInfo");
  const reference = only(info, "Reference");
  const transforms = childElements(only(reference, "Transforms"));
  for (const part of [info, reference, only(info, "SignatureMethod"), only(reference, "DigestMethod")]) checkForm(part);
  for (const part of [only(info, "CanonicalizationMethod"), ...transforms]) checkPrefixListOnly(part);
  checkAlgorithm(only(info, "CanonicalizationMethod"), accepted.canonicalization);
  checkAlgorithm(only(info, "SignatureMethod"), accepted.signature);
  checkAlgorithm(only(reference, "DigestMethod"), accepted.digest);
  checkTransforms(transforms);
  const id = attributeOf(element, "ID");
  if (id === undefined || id === "" || attributeOf(reference, "URI") !== `#${id}`) {
    throw new Refused("reference", `the signature does not refer to the ${element.localName} that it stands in`);
  }
}

function checkForm(part: Element): void {
  const expected = forms.get(part.localName) ?? [];
  const given = childElements(part).map(({ localName }) => localName);
  if (given.join() !== expected.join()) throw malformed(part.localName);
}

// By local name, as the verifier finds it: some signers put it into a namespace of their own.
function checkPrefixListOnly(part: Element): void {
  if (childElements(part).some(({ localName }) => localName !== "InclusiveNamespaces")) throw malformed(part.localName);
}

function checkTransforms(transforms: readonly Element[]): void {
  const given = transforms.map((transform) => attributeOf(transform, "Algorithm"));
  if (transforms.some((transform) => !hasName(transform, namespaces.signature, "Transform")))
    throw malformed("Transforms");
  if (given.join() !== accepted.transforms.join()) {
    throw new Refused("algorithm", "the transforms are not enveloped signature, then exclusive canonicalization");
  }
}

function checkAlgorithm(part: Element, algorithms: readonly string[]): void {
  const given = attributeOf(part, "Algorithm") ?? "";
  if (!algorithms.includes(given)) {
    throw new Refused("algorithm", `${part.localName} ${JSON.stringify(given)} is not one that is taken`);
  }
}

function only(parent: Element, name: string): Element {
  const child = onlyChild(parent, namespaces.signature, name);
  if (child === undefined) throw malformed(parent.localName);
  return child;
}

function malformed(name: string): Refused {
  return new Refused("signature-malformed", `${name} does not have the form that SAML prescribes`);
}
