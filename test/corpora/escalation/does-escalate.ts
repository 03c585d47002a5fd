import { findEscalations } from "#core/aws/escalation";
import { permissionsOf } from "#core/aws/permissions";
import { readPolicy, type PolicyDocument } from "#core/aws/policy";
import type { LabelledPrincipal, WrittenDocument } from "./labelled-principal";

/** Our answer to a labelled principal; nothing where a document cannot be read. */
export function doesEscalate({ documents, boundary }: LabelledPrincipal, now: number): boolean | undefined {
  const identity = documents.map(read);
  const limit = boundary && read(boundary);
  if ([...identity, ...(boundary ? [limit] : [])].includes(undefined)) return undefined;
  const sourced = (all: readonly (PolicyDocument | undefined)[]): { id: string; document: PolicyDocument }[] =>
    all.flatMap((document, index) => (document ? [{ id: String(index), document }] : []));
  const permissions = permissionsOf({ identity: sourced(identity), boundary: sourced(limit ? [limit] : []) }, now);
  return findEscalations(permissions).some(({ method }) => method.category === "escalation");
}

function read(document: WrittenDocument): PolicyDocument | undefined {
  return readPolicy(JSON.stringify(document)).document;
}
