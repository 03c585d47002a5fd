import type { StatementReference } from "#core/aws/authorization";
import { findEscalations, type Escalation, type EscalationCategory } from "#core/aws/escalation";
import { permissionsOf } from "#core/aws/permissions";
import type { Severity } from "#policy-packs/rules";
import type { DocumentLineFinding } from "./document-answer";
import type { DocumentQuestion, ReadDocument } from "./document-question";

const rulesOf: Readonly<Record<EscalationCategory, { readonly rule: string; readonly severity: Severity }>> = {
  escalation: { rule: "iam-escalation", severity: "critical" },
  "weakens-limits": { rule: "iam-weakens-limits", severity: "high" },
  federation: { rule: "iam-federation-escalation", severity: "high" },
};

export interface Escalating {
  readonly findings: readonly DocumentLineFinding[];
  readonly escalates: boolean;
  readonly methods: readonly string[];
}

/**
 * What the documents that can be read let their principal gain, all together.
 *
 * @param now milliseconds since 1970
 */
export function escalationFindings({ documents, boundary }: DocumentQuestion, now: number): Escalating {
  const sourced = (given: readonly ReadDocument[]): { id: string; document: NonNullable<ReadDocument["document"]> }[] =>
    given.flatMap(({ place, document }) => (document === undefined ? [] : [{ id: place, document }]));
  const limits = boundary && { boundary: sourced([boundary]) };
  const found = findEscalations(permissionsOf({ identity: sourced(documents), ...limits }, now));
  const names = found.flatMap(({ method, variants }) => [method.name, ...variants.map(({ name }) => name)]);
  return {
    findings: found.map(findingOf),
    escalates: found.some(({ method }) => method.category === "escalation"),
    methods: [...new Set(names)],
  };
}

function findingOf(escalation: Escalation): DocumentLineFinding {
  const { method, path, confidence, keys, statements } = escalation;
  const condition = confidence === "exploitable" ? "" : `, under a condition on ${keys.join(", ")}`;
  const [first] = statements;
  return { ...rulesOf[method.category], message: `${path}${condition}`, path: first ? placeOf(first) : "" };
}

/** Of a single document the place is told from its inside, as the rules on documents do. */
function placeOf({ policy, statement }: StatementReference): string {
  return policy === "document" ? `Statement[${statement}]` : `${policy}.Statement[${statement}]`;
}
