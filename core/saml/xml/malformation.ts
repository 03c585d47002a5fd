/** Why a text is not taken as XML, and where. */
export interface Malformation {
  /** `malformed` breaks the rules of XML; the others are XML that SAML has no use for and attacks have. */
  code: "malformed" | "doctype" | "byte-order-mark" | "processing-instruction" | "too-deep";
  message: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in UTF-16 units. */
  column: number;
}

/** Ends a scan. It never leaves this room: callers get a `Malformation`. */
export class MalformedXml extends Error {
  constructor(
    readonly code: Malformation["code"],
    /** Offset in the text, in UTF-16 units. */
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

/** The malformation with the place as a person counts it. */
export function located(xml: string, { code, at, message }: MalformedXml): Malformation {
  const lines = xml.slice(0, at).split(/\r\n|\r|\n/);
  return { code, message, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
