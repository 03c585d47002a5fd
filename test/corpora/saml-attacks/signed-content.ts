import { type AttackGroup, signatureInvalid } from "./attack";
import {
  enveloped,
  exclusive,
  forged,
  signatureOf,
  signedOtherwise,
  stripped,
  troubleshooting,
  xmldsig,
} from "./forging";
import { asAdministrator, changed, found, signedBy } from "./pieces";

export const altered: AttackGroup = {
  what: "a signed text that was changed: role, name, dates, digest",
  answer: signatureInvalid,
  source: troubleshooting,
  attacks: [
    {
      name: "the role is another",
      role: "Administrator",
      response: ({ issue }) => changed(issue(), "role/Developer,", "role/Administrator,"),
    },
    {
      name: "a role is added",
      role: "Administrator",
      response: ({ issue }) =>
        changed(
          issue(),
          "<AttributeValue>arn:",
          "<AttributeValue>arn:aws:iam::111122223333:role/Administrator,arn:aws:iam::111122223333:saml-provider/EntraID</AttributeValue>$&",
        ),
    },
    {
      name: "a second Role attribute is added",
      role: "Administrator",
      response: ({ issue }) =>
        changed(issue(), "<AttributeStatement>", (start) => {
          const role = found(/<Attribute Name="[^"]*Attributes\/Role">.*?<\/Attribute>/, issue());
          return `${start}${role.replaceAll("role/Developer", "role/Administrator")}`;
        }),
    },
    {
      name: "the name is another",
      response: ({ issue }) => asAdministrator(issue()),
    },
    {
      name: "the name is markup when it is unescaped",
      response: ({ issue }) =>
        changed(issue(), /(<NameID[^>]*>)[^<]*/, "$1Test-AWSAdmin@contoso.com&lt;/NameID&gt;&#10;"),
    },
    {
      name: "the end lies later",
      response: ({ issue }) => changed(issue(), / NotOnOrAfter="\d/g, ' NotOnOrAfter="9'),
    },
    {
      name: "the digest is made to fit",
      response: (scene) => {
        const digest = found(/<DigestValue>[^<]*/, scene.resign(asAdministrator(scene.issue())));
        return changed(asAdministrator(scene.issue()), /<DigestValue>[^<]*/, digest);
      },
    },
    {
      name: "a second SignedInfo is the forger's",
      response: (scene) => {
        const info = found(/<SignedInfo>.*<\/SignedInfo>/, scene.issue({}, scene.forger));
        return changed(asAdministrator(scene.issue()), "<SignedInfo>", (start) => `${info}${start}`);
      },
    },
    {
      name: "a digest of the forger's stands in extensions",
      response: (scene) =>
        changed(
          asAdministrator(scene.issue()),
          "<samlp:Status>",
          (status) =>
            `<samlp:Extensions><DigestValue xmlns="${xmldsig}">AAAA</DigestValue></samlp:Extensions>${status}`,
        ),
    },
  ],
};

export const elsewhere: AttackGroup = {
  what: "a signature over something else than the assertion",
  answer: signatureInvalid,
  source: troubleshooting,
  attacks: [
    {
      name: "the signature of another assertion of the tenant",
      response: (scene) => {
        const other = scene.issue({ assertionId: "_other" });
        return signedBy(found(/<Signature .*?<\/Signature>/, other), forged(scene));
      },
    },
    {
      name: "the signature of a document of the tenant that is no assertion",
      response: (scene) => signedBy(signatureOf(`<note ID="_note">harmless</note>`, scene, "//*"), forged(scene)),
    },
    {
      name: "an empty reference, which means the whole document",
      response: (scene) => signedBy(signatureOf(stripped(scene), scene, "/*", true), stripped(scene)),
    },
    {
      name: "a reference to the assertion's subject",
      response: (scene) => {
        const named = changed(stripped(scene), "<Subject>", '<Subject ID="_subject">');
        return changed(
          named,
          '<Subject ID="_subject">',
          (start) => `${signatureOf(named, scene, "//*[@ID='_subject']")}${start}`,
        );
      },
    },
    {
      name: "a reference by XPointer",
      response: ({ issue }) => changed(issue(), /URI="#([^"]*)"/, `URI="#xpointer(id('$1'))"`),
    },
    {
      name: "a reference to another machine",
      response: ({ issue }) => changed(issue(), /URI="#[^"]*"/, 'URI="https://forger.example/assertion.xml"'),
    },
  ],
};

export const algorithms: AttackGroup = {
  what: "a signature by weak, missing or changing algorithms",
  answer: signatureInvalid,
  source: "W3C xmldsig-bestpractices; that STS takes no SHA-1 is not confirmed",
  attacks: [
    { name: "RSA with SHA-1", response: signedOtherwise({ algorithm: `${xmldsig}rsa-sha1` }) },
    { name: "a digest with SHA-1", response: signedOtherwise({ digest: `${xmldsig}sha1` }) },
    {
      name: "no algorithm",
      response: ({ issue }) => changed(issue(), /<SignatureMethod [^>]*>/, "<SignatureMethod/>"),
    },
    {
      name: "an algorithm called none",
      response: ({ issue }) => changed(issue(), /<SignatureMethod [^>]*>/, '<SignatureMethod Algorithm="none"/>'),
    },
    {
      name: "canonicalization with comments",
      response: signedOtherwise({ canonicalization: `${exclusive}WithComments` }),
    },
    {
      name: "a transform that keeps comments",
      response: signedOtherwise({ transforms: [enveloped, `${exclusive}WithComments`] }),
    },
    {
      name: "a transform by XPath that selects nothing",
      response: ({ issue }) =>
        changed(
          issue(),
          "<Transforms>",
          '$&<Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><XPath>false()</XPath></Transform>',
        ),
    },
    {
      name: "a transform by XSLT",
      response: ({ issue }) =>
        changed(
          issue(),
          "</Transforms>",
          '<Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"><x:stylesheet xmlns:x="http://www.w3.org/1999/XSL/Transform" version="1.0"/></Transform>$&',
        ),
    },
  ],
};
