/** A response in which one character differs and which is still well-formed. */
export interface Alteration {
  /** What was changed: `NameID`, `NotOnOrAfter of Conditions`, `attribute Role, value 2`. */
  name: string;
  xml: string;
}

interface Place {
  name: string;
  /** Where the value begins and what it is. */
  at: number;
  value: string;
}

/** Each text that a forger would like to change, by the markup before it. */
const places: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["NameID", /<(?:\w+:)?NameID[^>]*>([^<]*)/dg],
  ["Audience", /<(?:\w+:)?Audience>([^<]*)/dg],
  ["Recipient", /<(?:\w+:)?SubjectConfirmationData[^>]* Recipient="([^"]*)"/dg],
  ["NotOnOrAfter of SubjectConfirmationData", /<(?:\w+:)?SubjectConfirmationData[^>]* NotOnOrAfter="([^"]*)"/dg],
  ["NotOnOrAfter of Conditions", /<(?:\w+:)?Conditions[^>]* NotOnOrAfter="([^"]*)"/dg],
  ["DigestValue", /<(?:\w+:)?DigestValue>([^<]*)/dg],
  ["SignatureValue", /<(?:\w+:)?SignatureValue>([^<]*)/dg],
];

/** The response once for each of these texts and for every attribute value, each time with one character changed. */
export function alterations(xml: string): Alteration[] {
  const found = places.flatMap(([name, pattern]) => find(xml, name, pattern));
  return [...found, ...attributeValues(xml)].map(({ name, at, value }) => {
    const [index, replacement] = change(name, value);
    return { name, xml: `${xml.slice(0, at + index)}${replacement}${xml.slice(at + index + 1)}` };
  });
}

function find(xml: string, name: string, pattern: RegExp): Place[] {
  return [...xml.matchAll(pattern)].map((match) => ({
    name,
    at: match.indices?.[1]?.[0] ?? 0,
    value: match[1] ?? "",
  }));
}

function attributeValues(xml: string): Place[] {
  return [...xml.matchAll(/<(?:\w+:)?Attribute Name="([^"]*)"[^>]*>(.*?)<\/(?:\w+:)?Attribute>/dgs)].flatMap(
    (match) => {
      const shortName = match[1]?.split("/").at(-1) ?? "";
      const start = match.indices?.[2]?.[0] ?? 0;
      return find(match[2] ?? "", "", /<(?:\w+:)?AttributeValue[^>]*>([^<]*)/dg).map(({ at, value }, index) => ({
        name: `attribute ${shortName}, value ${index + 1}`,
        at: start + at,
        value,
      }));
    },
  );
}

/** Which character to change, and into what: a date stays one and lies later, base64 and references stay what they are. */
function change(name: string, value: string): [index: number, replacement: string] {
  if (name.startsWith("NotOnOrAfter")) return [0, "9"];
  const index = value.replace(/&[^;]*;/g, (reference) => " ".repeat(reference.length)).search(/[A-Za-z0-9]/);
  if (index < 0) throw new Error(`nothing to change in ${name}: ${JSON.stringify(value)}`);
  return [index, value[index] === "1" ? "2" : "1"];
}
