import { matchesAction } from "#core/aws/authorization";
import type { Statement } from "#core/aws/policy";
import { policyDocuments, type DocumentFact } from "../iam";
import { perStack } from "../stack-facts";

/** A statement of a trust policy that lets somebody in. */
export interface TrustStatement {
  readonly statement: Statement;
  /** Where it stands, as `assumeRolePolicy.Statement[0]`. */
  readonly path: string;
}

/** The trust policies of the stack's roles. */
export const trustPolicies = perStack((stack): readonly DocumentFact[] =>
  policyDocuments(stack).filter(({ use }) => use === "trust"),
);

/** The Allow statements of a trust policy; none where it cannot be read. */
export function trustStatements({ property, reading }: DocumentFact): readonly TrustStatement[] {
  if (reading.kind !== "known") return [];
  return reading.document.Statement.flatMap((statement, index) =>
    statement.Effect === "Allow" ? [{ statement, path: `${property}.Statement[${index}]` }] : [],
  );
}

/** Whether a statement covers an action, wildcards and letter case considered. */
export function coversAction({ Action, NotAction }: Statement, action: string): boolean {
  const covers = (pattern: string): boolean => matchesAction(pattern, action);
  return Action?.some(covers) ?? !(NotAction ?? []).some(covers);
}
