import { readPolicy, type LocatedProblem, type PolicyDocument } from "#core/aws/policy";
import { shown } from "#core/problems";

/** What a line asks: documents of one principal, or of one resource. */
export interface DocumentQuestion {
  readonly kind: DocumentKind;
  readonly documents: readonly ReadDocument[];
  readonly boundary?: ReadDocument;
}

export type DocumentKind = "identity" | "trust" | "resource";

/** A document as far as it can be read, with its place in the line: `document`, `documents[1]`, `boundary`. */
export interface ReadDocument {
  readonly place: string;
  readonly document?: PolicyDocument;
  readonly problems: readonly LocatedProblem[];
}

const kinds: readonly DocumentKind[] = ["identity", "trust", "resource"];

/** The question of a line, or what is wrong with the line itself. */
export function documentQuestion(line: unknown): DocumentQuestion | { readonly error: string } {
  if (typeof line !== "object" || line === null || Array.isArray(line)) {
    return { error: `${shown(line)} is not an object with a document` };
  }
  const { kind = "identity", document, documents, boundary } = line as Readonly<Record<string, unknown>>;
  const known = kinds.find((each) => each === kind);
  if (known === undefined) return { error: `the kind is ${shown(kind)}; ${kinds.join(", ")} are known` };
  if ((document === undefined) === (documents === undefined)) {
    return { error: "one of document and documents is needed" };
  }
  if (documents !== undefined && !Array.isArray(documents)) return { error: "documents is not a list" };
  const given: readonly unknown[] = documents ?? [document];
  const placeOf = (index: number): string => (documents === undefined ? "document" : `documents[${index}]`);
  return {
    kind: known,
    documents: given.map((each, index) => read(each, placeOf(index))),
    ...(boundary !== undefined && boundary !== null && { boundary: read(boundary, "boundary") }),
  };
}

function read(given: unknown, place: string): ReadDocument {
  if (typeof given !== "string" && (typeof given !== "object" || given === null)) {
    const message = `${shown(given)} is no policy: JSON text or an object is needed`;
    return { place, problems: [{ code: "not-json", path: "", message }] };
  }
  return { place, ...readPolicy(typeof given === "string" ? decoded(given) : given) };
}

/** IAM's own answers hold documents URL-encoded, and so do files that were made from them. */
function decoded(text: string): string {
  if (!text.startsWith("%7B")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
