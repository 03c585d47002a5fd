import { createPublicKey } from "node:crypto";

import { signedElement } from "../../fixtures/signed-element";
import { type AttackGroup, signatureInvalid, unreadable } from "./attack";
import { forged, forgedWith, hmacSigned, pem, stripped, troubleshooting, xmldsig } from "./forging";
import { changed, found, piecesOf, signedBy } from "./pieces";

export const unsigned: AttackGroup = {
  what: "an assertion without a signature of its own",
  answer: signatureInvalid,
  source: `${troubleshooting}; that a signed response does not stand in for it: WantAssertionsSigned="true" in https://signin.aws.amazon.com/static/saml-metadata.xml, saml-metadata-2.0 2.4.4; not confirmed`,
  attacks: [
    { name: "the signature is stripped", response: forged },
    { name: "the signature is empty", response: forgedWith(`<Signature xmlns="${xmldsig}"/>`) },
    {
      name: "the signature has no reference",
      response: (scene) =>
        signedBy(changed(piecesOf(scene).signature, /<Reference .*<\/Reference>/, ""), forged(scene)),
    },
    {
      name: "the signature's value is empty",
      response: (scene) =>
        signedBy(changed(piecesOf(scene).signature, /<SignatureValue>[^<]*/, "<SignatureValue>"), forged(scene)),
    },
    {
      name: "the assertion is unsigned, in a response that the tenant signed",
      response: (scene) => signedElement(stripped(scene), "Response", scene.tenant),
    },
    {
      name: "the signature stands in the response and means the assertion",
      response: (scene) => {
        const { signature } = piecesOf(scene);
        return changed(stripped(scene), "<samlp:Status>", (status) => `${signature}${status}`);
      },
    },
  ],
};

export const foreign: AttackGroup = {
  what: "a signature by a key that the provider does not know",
  answer: signatureInvalid,
  source: troubleshooting,
  attacks: [
    {
      name: "with the foreign certificate in KeyInfo",
      response: ({ issue, forger }) => issue({}, forger),
    },
    {
      name: "with the tenant's certificate in KeyInfo",
      response: ({ issue, forger, tenant }) => issue({}, { ...forger, certificate: tenant.certificate }),
    },
    {
      name: "without KeyInfo",
      response: ({ issue, forger }) => changed(issue({}, forger), /<KeyInfo>.*<\/KeyInfo>/, ""),
    },
    {
      name: "over the assertion, in a response that the tenant signed",
      response: ({ issue, forger, tenant }) => signedElement(issue({}, forger), "Response", tenant),
    },
    {
      name: "over the response, around an assertion that the tenant signed",
      response: ({ issue, forger }) => signedElement(issue(), "Response", forger),
    },
    {
      name: "as HMAC, the tenant's public certificate being the secret",
      response: (scene) => hmacSigned(forged(scene), scene, pem(scene.tenant.certificate, "CERTIFICATE")),
    },
    {
      name: "as HMAC, the tenant's public key being the secret",
      response: (scene) => {
        const key = createPublicKey(pem(scene.tenant.certificate, "CERTIFICATE"));
        return hmacSigned(forged(scene), scene, key.export({ type: "spki", format: "pem" }).toString());
      },
    },
  ],
};

export const severalSignatures: AttackGroup = {
  what: "more signatures than that of the assertion and that of the response",
  answer: unreadable("there are signatures beside the one of the assertion and the one of the response"),
  source: "wording ours; code documented by AssumeRoleWithSAML",
  attacks: [
    {
      name: "the forger's before the tenant's",
      response: (scene) => {
        const forgers = found(/<Signature .*?<\/Signature>/, scene.issue({}, scene.forger));
        return changed(scene.issue(), "<Signature ", (start) => `${forgers}${start}`);
      },
    },
    {
      name: "the tenant's in an advice, the forger's where it belongs",
      response: (scene) => {
        const { signature } = piecesOf(scene);
        return changed(
          scene.issue({}, scene.forger),
          "<Conditions ",
          (start) => `<Advice>${signature}</Advice>${start}`,
        );
      },
    },
  ],
};
