/** Something that is meant to be the base64 of a response, percent-encoded or not. */
export interface Finding {
  readonly value: string;
  readonly form: "base64" | "a form's field" | "a HAR file" | "a page";
  readonly postedAt?: Date;
  /** Where the text says that it was posted. */
  readonly postedTo?: string;
}

/** Every place of a text where a browser's tools show a response, in the order of the text. */
export function encodedResponsesIn(text: string): Finding[] {
  const recorded = harEntries(text).flatMap(fieldsOfEntry);
  if (recorded.length > 0) return recorded;
  const fields = fieldsIn(text);
  if (fields.length > 0) return fields;
  // Nothing names it: then all of it is meant, unless it is something else altogether.
  return /^[\s"'`A-Za-z0-9+/=%_-]+$/.test(text) ? [{ value: text.replace(/`/g, ""), form: "base64" }] : [];
}

const characters = String.raw`[A-Za-z0-9+/=%]`;
const page = new RegExp(String.raw`<input\b[^<>]*\bname=["']SAMLResponse["'][^<>]*>`, "gi");
const pageValue = /\bvalue=["']([^"']*)["']/i;
// As a form's body, as `name: value` of a network panel, as JSON, and as an argument of curl.
const field = new RegExp(
  String.raw`(?:^|[^A-Za-z])SAMLResponse["']?\s*[=:]\s*["']?(${characters}+(?:[ \t\r\n\\]+${characters}{20,})*)`,
  "g",
);

function fieldsIn(text: string): Finding[] {
  const inputs = [...text.matchAll(page)].flatMap(([input]) => {
    const value = pageValue
      .exec(input)?.[1]
      ?.replace(/&#(?:43|x2b);/gi, "+")
      .replace(/&#(?:61|x3d);/gi, "=");
    return value === undefined ? [] : [{ value, form: "a page" } as const];
  });
  if (inputs.length > 0) return inputs;
  return [...text.matchAll(field)].map(([, value = ""]) => ({ value, form: "a form's field" }));
}

/** As far as it matters here. Source: http://www.softwareishard.com/blog/har-12-spec/ */
interface HarEntry {
  readonly startedDateTime?: unknown;
  readonly request?: {
    readonly url?: unknown;
    readonly postData?: { readonly text?: unknown; readonly params?: unknown };
  };
}

/** The entries of a whole file, of one entry, or of a list of them. */
function harEntries(text: string): HarEntry[] {
  if (!/^[[{]/.test(text)) return [];
  try {
    const json = JSON.parse(text) as { log?: { entries?: unknown } } | null;
    const entries = json !== null && !Array.isArray(json) && "log" in json ? json.log?.entries : json;
    return (Array.isArray(entries) ? entries : [entries]).filter(isEntry);
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is HarEntry {
  return typeof value === "object" && value !== null && typeof (value as HarEntry).request === "object";
}

function fieldsOfEntry({ startedDateTime, request }: HarEntry): Finding[] {
  const posted = typeof startedDateTime === "string" ? new Date(startedDateTime) : undefined;
  const postedAt = posted === undefined || Number.isNaN(posted.getTime()) ? {} : { postedAt: posted };
  const postedTo = typeof request?.url === "string" ? { postedTo: request.url } : {};
  const { text, params } = request?.postData ?? {};
  const [named] = (Array.isArray(params) ? (params as unknown[]) : []).flatMap(responseParameter);
  const [written] = typeof text === "string" ? fieldsIn(text).map(({ value }) => value) : [];
  const value = named ?? written;
  return value === undefined ? [] : [{ value, form: "a HAR file", ...postedAt, ...postedTo }];
}

function responseParameter(parameter: unknown): string[] {
  const { name, value } = (parameter ?? {}) as { name?: unknown; value?: unknown };
  return name === "SAMLResponse" && typeof value === "string" ? [value] : [];
}
