import { type AttackGroup, type Scene, unreadable } from "./attack";
import { changed } from "./pieces";

const source = "wording ours; code documented by AssumeRoleWithSAML";
const doctypeRefused = unreadable("line 1, column 1: a document type declaration, which SAML documents never have");

const entities = Array.from({ length: 9 }, (_, index) => {
  const content = index === 0 ? "lol" : `&l${index - 1};`.repeat(10);
  return `<!ENTITY l${index} "${content}">`;
}).join("");

/** The response behind a document type, with an entity of it for the name. */
function withEntity(declaration: string, entity: string) {
  return ({ issue }: Scene): string =>
    `<!DOCTYPE samlp:Response ${declaration}>${changed(issue(), /(<NameID[^>]*>)[^<]*/, `$1&${entity};`)}`;
}

export const documentTypes: AttackGroup = {
  what: "a document type: entity expansion, external entities",
  answer: doctypeRefused,
  source,
  attacks: [
    { name: "a billion laughs", response: withEntity(`[${entities}]`, "l8") },
    { name: "a quadratic blow-up", response: withEntity(`[<!ENTITY a "${"a".repeat(10_000)}">]`, "a;&a") },
    { name: "an external entity: a file", response: withEntity('[<!ENTITY x SYSTEM "file:///etc/hostname">]', "x") },
    {
      name: "an external entity: an address",
      response: withEntity('[<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]', "x"),
    },
    {
      name: "an external parameter entity",
      response: ({ issue }) => `<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>${issue()}`,
    },
    {
      name: "an external document type",
      response: ({ issue }) => `<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">${issue()}`,
    },
  ],
};

export const dividedTexts: AttackGroup = {
  what: "a text in pieces, of which some readers take the first for the whole",
  answer: unreadable("a comment or CDATA section divides the text of NameID"),
  source: `CERT/CC VU#475445; ${source}`,
  attacks: [
    {
      name: "a comment inside the NameID, which the signature does not cover",
      signatureIsGood: true,
      response: ({ issue, spec }) =>
        changed(issue({ nameId: { ...spec.nameId, value: "admin@x.evil" } }), "admin@x.evil", "admin@x<!---->.evil"),
    },
    {
      name: "a CDATA section inside the NameID",
      signatureIsGood: true,
      response: ({ issue, spec }) =>
        changed(
          issue({ nameId: { ...spec.nameId, value: "admin@x.evil" } }),
          "admin@x.evil",
          "admin@x<![CDATA[.evil]]>",
        ),
    },
    {
      name: "a comment inside a role",
      signatureIsGood: true,
      response: ({ issue }) => changed(issue(), "role/Developer,", "role/Developer<!-- -->,"),
      answer: unreadable("a comment or CDATA section divides the text of AttributeValue"),
    },
    {
      name: "a comment inside the digest",
      response: ({ issue }) => changed(issue(), /<DigestValue>/, "$&AAAA<!---->"),
      answer: unreadable("a comment or CDATA section divides the text of DigestValue"),
    },
    {
      name: "an empty CDATA section inside the NameID",
      signatureIsGood: true,
      response: ({ issue, spec }) =>
        changed(
          issue({ nameId: { ...spec.nameId, value: "admin@x.evil" } }),
          "admin@x.evil",
          "admin@x<![CDATA[]]>.evil",
        ),
      answer: unreadable("the response holds an empty CDATA section"),
    },
  ],
};

export const malformed: AttackGroup = {
  what: "a document that is no well-formed SAML response",
  answer: unreadable("the document is no SAML 2.0 Response"),
  source,
  attacks: [
    {
      name: "an attribute twice in one tag",
      response: ({ issue }) => changed(issue(), "<samlp:Response ID=", '<samlp:Response ID="x" ID='),
      answer: unreadable("line 1, column 23: the attribute ID twice in one tag"),
    },
    {
      name: "a second root element",
      response: ({ issue }) => `<x/>${issue()}`,
      answer: unreadable("line 1, column 5: a second root element"),
    },
    {
      name: "a processing instruction",
      response: ({ issue }) => `<?xml-stylesheet href="https://forger.example/x.xsl"?>${issue()}`,
      answer: unreadable("line 1, column 1: a processing instruction, which SAML documents never have"),
    },
    {
      name: "elements inside each other without end",
      response: () => "<a>".repeat(5000),
      answer: unreadable("line 1, column 193: more than 64 elements inside each other"),
    },
    {
      name: "the assertion alone",
      response: ({ issue }) => changed(issue(), /.*(<Assertion .*<\/Assertion>).*/, "$1"),
    },
    {
      name: "an encrypted assertion",
      response: ({ issue }) =>
        changed(
          issue(),
          /<Assertion .*<\/Assertion>/,
          '<EncryptedAssertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion"/>',
        ),
      answer: unreadable("the response holds an encrypted assertion"),
    },
    {
      name: "a status that says that nobody was signed in",
      response: ({ issue }) => changed(issue(), "status:Success", "status:Responder"),
      answer: unreadable("the response's status is not Success"),
    },
  ],
};

export const encodings: AttackGroup = {
  what: "another encoding than base64 of UTF-8",
  answer: "InvalidIdentityTokenException: Invalid base64 SAMLResponse",
  source,
  attacks: [
    { name: "no base64 at all", response: ({ issue }) => issue(), encode: (xml) => xml },
    {
      name: "characters that are no base64 inside",
      response: ({ issue }) => issue(),
      encode: (xml) => `%${Buffer.from(xml).toString("base64")}`,
    },
    {
      name: "base64 for addresses",
      response: ({ issue, spec }) => issue({ nameId: { ...spec.nameId, value: "ÿþ~~~???" } }),
      encode: (xml) => Buffer.from(xml).toString("base64url"),
    },
    {
      name: "UTF-16",
      response: ({ issue }) => issue(),
      encode: (xml) => Buffer.from(`\uFEFF${xml}`, "utf16le").toString("base64"),
    },
  ],
};

export const tooLong: AttackGroup = {
  what: "more than 100,000 characters",
  answer: `ValidationError: 1 validation error detected: Value '${"A".repeat(200)}…' at 'sAMLAssertion' failed to satisfy constraint: Member must have length less than or equal to 100000`,
  source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html",
  attacks: [{ name: "of anything", response: () => "", encode: () => "A".repeat(100_004) }],
};
