import { isSamlEndpoint, partitions } from "#core/aws";
import { encodedResponsesIn, type Finding } from "./encoded-response-in";

/** A response as it was found in what somebody pasted. */
export interface FoundResponse {
  readonly xml: string;
  /** What it was found in. */
  readonly form: "XML" | "base64" | "a form's field" | "a HAR file" | "a page";
  /** When the browser posted it, where the text says so. */
  readonly postedAt?: Date;
  /** Other responses in the same text, which are passed over. */
  readonly others: number;
}

/** Why there is none; nothing of the text is repeated. */
export interface NoResponse {
  readonly problem: string;
  readonly remedy: string;
}

/** In characters. A recording of a browser's whole session is larger than any response, and smaller than this. */
const longestText = 50_000_000;

/**
 * Finds a SAML response in what a browser's tools show: the XML, its base64, the form's body (`SAMLResponse=…`), a HAR
 * file, or the page with the form; with line breaks, spaces and quotes around it. Of several the last one is
 * taken: of a HAR file the last that was posted to AWS.
 */
export function findResponse(text: string): FoundResponse | NoResponse {
  if (text.length > longestText) {
    return {
      problem: `${text.length} characters, at most ${longestText} are read`,
      remedy: "give the one request to AWS, and not the whole recording",
    };
  }
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (trimmed === "") return { problem: "there is nothing to read", remedy };
  const xml = xmlIn(trimmed);
  if (xml !== undefined) return { xml, form: "XML", others: 0 };
  const findings = encodedResponsesIn(trimmed);
  const decoded = findings.flatMap(decode);
  // A browser's whole recording holds the responses for other applications, too.
  const last = decoded.findLast(isForAws) ?? decoded.at(-1);
  if (last !== undefined) {
    const { postedTo: _, ...response } = last;
    return { ...response, others: new Set(decoded.map((one) => one.xml)).size - 1 };
  }
  return findings.length === 0
    ? { problem: "there is no SAMLResponse in it", remedy }
    : { problem: "what stands there as SAMLResponse is not the base64 of an XML document", remedy: whole };
}

const remedy =
  "in the browser's network tools, take the POST to https://signin.aws.amazon.com/saml and copy its field SAMLResponse";
const whole = `${remedy}, whole: some tools cut long values`;

/** Quotes around it come from a shell, a spreadsheet or a programming language. */
function xmlIn(text: string): string | undefined {
  const bare = unquoted(text);
  return /^<(?!!doctype html|html)/i.test(bare) && !/<input\b/i.test(bare.slice(0, 100_000)) ? bare : undefined;
}

function unquoted(text: string): string {
  const isQuoted = /^(["'`])[^]*\1$/.test(text);
  return isQuoted ? text.slice(1, -1).replace(/\\"/g, '"').replace(/\\n/g, "\n").trim() : text;
}

type Decoded = Omit<FoundResponse, "others"> & Pick<Finding, "postedTo">;

function isForAws({ postedTo = "" }: Decoded): boolean {
  const [url = ""] = postedTo.split(/[?#]/);
  return Object.values(partitions).some(({ name }) => isSamlEndpoint(name, url));
}

/** Some views have replaced + by a space, or have left it as %2B. */
function decode({ value, form, postedAt, postedTo }: Finding): Decoded[] {
  const raw = percentDecoded(value);
  const candidates = [
    raw.replace(/[\s"'\\]+/g, ""),
    raw
      .trim()
      .replace(/ /g, "+")
      .replace(/[\s"'\\]+/g, ""),
  ];
  const [xml] = candidates.flatMap((base64) => utf8Of(base64) ?? []);
  if (xml === undefined) return [];
  const told = { ...(postedAt === undefined ? {} : { postedAt }), ...(postedTo === undefined ? {} : { postedTo }) };
  return [{ xml, form, ...told }];
}

function percentDecoded(value: string): string {
  if (!value.includes("%")) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function utf8Of(base64: string): string | undefined {
  const bytes = Buffer.from(base64, "base64");
  // The decoder passes over what is not base64; only what it would write itself is base64.
  const written = bytes.toString("base64");
  if (base64 === "" || (written !== base64 && written.replace(/=+$/, "") !== base64)) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return /^\uFEFF?\s*</.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
