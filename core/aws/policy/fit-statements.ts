import type { Grant } from "./deployer-statements";
import { policySize } from "./policy-problems";
import type { PolicyDocument } from "./policy-document";
import { serializePolicy } from "./serialize-policy";

/**
 * Statements as documents that are each no longer than `limit` characters: in their order, as many in a document as fit,
 * and a statement that is too long for a document of its own cut in the middle of its resources, as often as it takes.
 *
 * @throws for a statement that is too long with one resource
 */
export function fitStatements(statements: readonly Grant[], limit: number): PolicyDocument[] {
  const documents: Grant[][] = [];
  for (const statement of statements.flatMap((whole) => cut(whole, limit))) {
    const last = documents.at(-1);
    if (last !== undefined && sizeOf([...last, statement]) <= limit) last.push(statement);
    else documents.push([statement]);
  }
  return documents.map(documentOf);
}

function cut(statement: Grant, limit: number): Grant[] {
  if (sizeOf([statement]) <= limit) return [statement];
  const { Resource: resources } = statement;
  if (resources.length < 2) throw new Error(`statement ${statement.Sid} does not fit a policy of ${limit} characters`);
  const middle = Math.ceil(resources.length / 2);
  const halves = [resources.slice(0, middle), resources.slice(middle)];
  return halves.flatMap((half) => cut({ ...statement, Resource: half }, limit));
}

function sizeOf(statements: readonly Grant[]): number {
  return policySize(serializePolicy(documentOf(statements)));
}

/** INVARIANT: a `Sid` occurs once in a document. */
function documentOf(statements: readonly Grant[]): PolicyDocument {
  const seen = new Map<string, number>();
  const Statement = statements.map((statement) => {
    const count = (seen.get(statement.Sid) ?? 0) + 1;
    seen.set(statement.Sid, count);
    return count === 1 ? statement : { ...statement, Sid: `${statement.Sid}Part${count}` };
  });
  return { Version: "2012-10-17", Statement };
}
