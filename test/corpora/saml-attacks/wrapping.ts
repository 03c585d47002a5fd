import { signedElement } from "../../fixtures/signed-element";
import { type AttackGroup, type Scene, unreadable } from "./attack";
import { asAdministrator, changed, ending, found, type Pieces, piecesOf, signedBy } from "./pieces";

const extensions = (content: string): string => `<samlp:Extensions>${content}</samlp:Extensions>`;
const beforeStatus = (xml: string, added: string): string =>
  changed(xml, "<samlp:Status>", (status) => `${added}${status}`);

function wrap(build: (pieces: Pieces) => string) {
  return (scene: Scene): string => build(piecesOf(scene));
}

/** A forged response around the signed one, which `place` puts into or beside the signature of the response. */
function wrapResponse(place: (signature: string, original: string) => string) {
  return (scene: Scene): string => {
    const signed = signedElement(scene.issue(), "Response", scene.tenant);
    const signature = found(/<Signature .*?<\/Signature>(?=<samlp:Status>)/, signed);
    const original = signed.replace(signature, "");
    const forged = asAdministrator(original)
      .replace(scene.spec.responseId, "_forged-response")
      .replace(scene.spec.assertionId, "_forged-assertion");
    return beforeStatus(forged, place(signature, original));
  };
}

/**
 * Signature wrapping: the signature stays good, and the reader is led to another assertion.
 *
 * XSW1 to XSW8 are those of Somorovsky and others, “On Breaking SAML: Be Whoever You Want to Be” (USENIX Security 2012),
 * in the numbers that SAML Raider gave them.
 */
export const wrapping: AttackGroup = {
  what: "signature wrapping (XSW1 to XSW8): another assertion around, inside or beside the signed one",
  answer: unreadable("the response holds 2 assertions"),
  source: "wording ours; code documented by AssumeRoleWithSAML",
  attacks: [
    {
      name: "XSW1: the signed response inside the signature of a forged one",
      response: wrapResponse((signature, original) => ending(signature, original)),
    },
    {
      name: "XSW2: the signed response beside the signature, in a forged one",
      signatureIsGood: true,
      response: wrapResponse((signature, original) => `${original}${signature}`),
    },
    {
      name: "XSW3: a forged assertion before the signed one",
      signatureIsGood: true,
      response: wrap(({ response, assertion, evil }) => changed(response, assertion, () => evil + assertion)),
    },
    {
      name: "XSW4: the signed assertion inside a forged one",
      signatureIsGood: true,
      response: wrap(({ response, assertion, evil }) => changed(response, assertion, () => ending(evil, assertion))),
    },
    {
      name: "XSW5: the signature in the forged assertion, the signed one behind it",
      signatureIsGood: true,
      response: wrap(({ response, assertion, signature, bare, evil }) =>
        changed(response, assertion, () => signedBy(signature, evil) + bare),
      ),
    },
    {
      name: "XSW6: the signed assertion inside the signature, which stands in the forged one",
      response: wrap(({ response, assertion, signature, bare, evil }) =>
        changed(response, assertion, () => signedBy(ending(signature, bare), evil)),
      ),
    },
    {
      name: "XSW7: the forged assertion in extensions, before the signed one",
      signatureIsGood: true,
      response: wrap(({ response, evil }) => beforeStatus(response, extensions(evil))),
    },
    {
      name: "XSW8: the signed assertion in an Object of the signature, which stands in the forged one",
      response: wrap(({ response, assertion, signature, bare, evil }) =>
        changed(response, assertion, () => signedBy(ending(signature, `<Object>${bare}</Object>`), evil)),
      ),
    },
    {
      name: "XSW7 with one id for both assertions",
      response: (scene) => {
        const { response, bare } = piecesOf(scene);
        return beforeStatus(response, extensions(asAdministrator(bare)));
      },
    },
    {
      name: "two assertions, each signed by the tenant, of two people",
      signatureIsGood: true,
      response: (scene) => {
        const other = scene.issue({
          assertionId: "_other",
          nameId: { ...scene.spec.nameId, value: "Somebody@contoso.com" },
        });
        const { response, assertion } = piecesOf(scene);
        return changed(response, assertion, (own) => found(/<Assertion .*<\/Assertion>/, other) + own);
      },
    },
    {
      name: "a forged assertion of a namespace that only some readers take for SAML's",
      signatureIsGood: true,
      response: wrap(({ response, assertion, evil }) =>
        changed(response, assertion, () => evil.replace(/xmlns="[^"]*"/, 'xmlns="urn:forged"') + assertion),
      ),
    },
  ],
};

/** What makes “the element with this id” mean two things. */
export const ambiguous: AttackGroup = {
  what: "two nodes with one id, or one node with two",
  answer: unreadable("two elements have the same id"),
  source: "wording ours; code documented by AssumeRoleWithSAML",
  attacks: [
    {
      name: "the response has the assertion's id",
      response: ({ issue, spec }) => changed(issue(), spec.responseId, spec.assertionId),
    },
    {
      name: "an extension has the assertion's id",
      response: ({ issue, spec }) =>
        beforeStatus(issue(), extensions(`<x xmlns="urn:x" ID="${spec.assertionId}">forged</x>`)),
    },
    {
      name: "an extension has the assertion's id in another spelling",
      response: ({ issue, spec }) =>
        beforeStatus(issue(), extensions(`<x xmlns="urn:x" xml:id="${spec.assertionId}">forged</x>`)),
    },
    {
      name: "the assertion has a second id",
      response: ({ issue }) => changed(issue(), "<Assertion ID=", '<Assertion Id="_forged" ID='),
      answer: unreadable("an element has more than one id"),
    },
  ],
};
