/** A policy document as one writes it. */
export type WrittenDocument = Readonly<Record<string, unknown>>;

/** A principal's documents with the right answer to whether they let it gain permissions. */
export interface LabelledPrincipal {
  readonly title: string;
  readonly escalates: boolean;
  readonly documents: readonly WrittenDocument[];
  readonly boundary?: WrittenDocument;
}

export interface LabelledPrincipals {
  readonly name: string;
  /** Where the cases are described that these restate. */
  readonly source: string;
  readonly cases: readonly LabelledPrincipal[];
}

type Elements = Readonly<Record<string, unknown>>;

export function document(...Statement: readonly Elements[]): WrittenDocument {
  return { Version: "2012-10-17", Statement };
}

export function allow(Action: unknown, more: Elements = {}): Elements {
  return { Effect: "Allow", Action, Resource: "*", ...more };
}

export function deny(Action: unknown, more: Elements = {}): Elements {
  return { Effect: "Deny", Action, Resource: "*", ...more };
}

/** A principal with one document of these statements. */
export function oneDocument(title: string, escalates: boolean, ...statements: readonly Elements[]): LabelledPrincipal {
  return { title, escalates, documents: [document(...statements)] };
}
