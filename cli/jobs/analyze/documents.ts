import type { ServiceAuthorizationReference } from "#core/aws/service-reference";
import type { PolicyDocument } from "#core/aws/policy";
import { documentQuestion, type ReadDocument } from "./document-question";
import type { DocumentAnswer, DocumentLineFinding } from "./document-answer";
import { judgeDocument } from "./document-rules";
import { escalationFindings } from "./escalation-findings";

/** What lines are answered with. */
export interface DocumentSurroundings {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What AWS documents of the services that these documents name. */
  readonly services: (documents: readonly PolicyDocument[]) => Promise<ServiceAuthorizationReference>;
}

/** Answers one line about the documents of a principal, a trust policy or a resource's policy. */
export async function analyzeDocumentsLine(
  line: unknown,
  { now, services }: DocumentSurroundings,
): Promise<DocumentAnswer> {
  const id = idOf(line);
  const question = documentQuestion(line);
  if ("error" in question) return { id, error: question.error, findings: [], escalates: null, methods: [] };
  const given = [...question.documents, ...(question.boundary ? [question.boundary] : [])];
  const known = given.flatMap(({ document }) => document ?? []);
  const reference = await services(known);
  const found = given.flatMap((each) => documentFindings(each, question.kind, reference));
  const escalating =
    question.kind === "identity" ? escalationFindings(question, now) : { findings: [], escalates: false, methods: [] };
  return {
    id,
    findings: [...escalating.findings, ...found],
    escalates: known.length === given.length ? escalating.escalates : null,
    methods: escalating.methods,
  };
}

/** The line's own id; `null` where it has none, or one that is no name. */
export function idOf(line: unknown): string | number | boolean | null {
  const id: unknown = typeof line === "object" && line !== null && "id" in line ? line.id : null;
  return typeof id === "string" || typeof id === "number" || typeof id === "boolean" ? id : null;
}

function documentFindings(
  { place, document, problems }: ReadDocument,
  kind: "identity" | "trust" | "resource",
  services: ServiceAuthorizationReference,
): readonly DocumentLineFinding[] {
  const malformed = problems.map(({ path, message }) => ({
    rule: "policy-valid",
    severity: "high" as const,
    message,
    path,
  }));
  // A boundary gives nothing, so what is wrong with a grant is not wrong in it.
  const judged = document === undefined || place === "boundary" ? [] : judgeDocument(document, kind, services);
  return [...malformed, ...judged].map((finding) => ({ ...finding, path: pathIn(place, finding.path) }));
}

function pathIn(place: string, path: string): string {
  if (place === "document") return path;
  return path === "" ? place : `${place}.${path}`;
}
