import type { PolicyDocument, Statement } from "#core/aws/policy";
import { demandsKey } from "./conditions";

/** A statement with its place in its document: `Statement[2]`. */
export interface PlacedStatement {
  readonly statement: Statement;
  readonly path: string;
}

/** The statements of a document that allow something. */
export function allowStatements({ Statement }: PolicyDocument): readonly PlacedStatement[] {
  return Statement.flatMap((statement, index) =>
    statement.Effect === "Allow" ? [{ statement, path: `Statement[${index}]` }] : [],
  );
}

/** The resources that a statement names, each with its place: `Statement[2].Resource[0]`. */
export function resourcesOf({ statement, path }: PlacedStatement): readonly { resource: string; path: string }[] {
  return (statement.Resource ?? []).map((resource, index) => ({ resource, path: `${path}.Resource[${index}]` }));
}

/** Whether a statement speaks only of resources that bear a tag, which is as good as naming them. */
export function isTagged({ Condition = {} }: Statement): boolean {
  const keys = Object.values(Condition).flatMap((each) => Object.keys(each));
  return keys.some((key) => /^[a-z0-9-]+:resourcetag\//i.test(key) && demandsKey(Condition, key.toLowerCase()));
}
