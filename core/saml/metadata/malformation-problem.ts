import { error, type Problem, shown } from "#core/problems";
import { type Malformation } from "#core/saml/xml";

const codes: Readonly<Record<Malformation["code"], string>> = {
  malformed: "metadata-not-xml",
  doctype: "metadata-doctype",
  "byte-order-mark": "metadata-byte-order-mark",
  "processing-instruction": "metadata-processing-instruction",
  "too-deep": "metadata-too-deep",
};

const remedies: Partial<Record<Malformation["code"], string>> = {
  doctype: "remove the document type declaration; nothing in metadata needs one",
  "byte-order-mark": "save the document as UTF-8 without byte order mark",
};

/** Says where and why a metadata document is not XML that can be taken. */
export function malformationProblem({ code, message, line, column }: Malformation): Problem {
  return error({
    code: codes[code],
    property: "",
    given: `line ${line}, column ${column}: ${unquoted(shown(message))}`,
    expected: "a SAML metadata document in XML",
    ...(remedies[code] === undefined ? {} : { remedy: remedies[code] }),
  });
}

// The message may repeat a tag's name: it is cleaned as every foreign text, and reads better without quotes.
function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}
