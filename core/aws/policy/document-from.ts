import type { Condition, PolicyDocument, Principal, PrincipalKind, Statement } from "./policy-document";

/** Thrown inside this room only; `parsePolicy` turns it into a value. */
export class MalformedPolicy extends Error {}

const documentElements = ["Version", "Id", "Statement"];
const statementElements = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];
const principalKinds: readonly PrincipalKind[] = ["AWS", "Federated", "Service", "CanonicalUser"];
const versions: readonly PolicyDocument["Version"][] = ["2012-10-17", "2008-10-17"];

/**
 * A policy document from parsed JSON, by the policy grammar.
 *
 * @throws MalformedPolicy with the place of the first fault.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function documentFrom(input: unknown): PolicyDocument {
  const given = objectAt(input, "the policy", documentElements);
  const statements = Array.isArray(given.Statement) ? (given.Statement as unknown[]) : [given.Statement];
  if (statements.length === 0 || given.Statement === undefined) refuse("Statement", "at least one statement");
  const document: PolicyDocument = {
    Version: oneOf(given.Version ?? "2008-10-17", versions, "Version"),
    Statement: statements.map((statement, index) => statementFrom(statement, `Statement[${index}]`)),
  };
  if (given.Id !== undefined) document.Id = textAt(given.Id, "Id");
  const sids = document.Statement.flatMap(({ Sid }) => (Sid === undefined ? [] : [Sid]));
  const twice = sids.find((sid, index) => sids.indexOf(sid) !== index);
  if (twice !== undefined) refuse("Statement", `each Sid once (${JSON.stringify(twice)} stands twice)`);
  return document;
}

function statementFrom(input: unknown, place: string): Statement {
  const given = objectAt(input, place, statementElements);
  onlyOneOf(given, ["Principal", "NotPrincipal"], place);
  onlyOneOf(given, ["Action", "NotAction"], place);
  onlyOneOf(given, ["Resource", "NotResource"], place);
  if (given.Action === undefined && given.NotAction === undefined) refuse(place, "an Action or NotAction");
  const statement: Statement = { Effect: oneOf(given.Effect, ["Allow", "Deny"], `${place}.Effect`) };
  if (given.Sid !== undefined) statement.Sid = textAt(given.Sid, `${place}.Sid`);
  for (const element of ["Action", "NotAction", "Resource", "NotResource"] as const) {
    if (given[element] !== undefined) statement[element] = listAt(given[element], `${place}.${element}`);
  }
  for (const element of ["Principal", "NotPrincipal"] as const) {
    if (given[element] !== undefined) statement[element] = principalFrom(given[element], `${place}.${element}`);
  }
  if (given.Condition !== undefined) statement.Condition = conditionFrom(given.Condition, `${place}.Condition`);
  return statement;
}

function principalFrom(input: unknown, place: string): Principal {
  if (input === "*") return "*";
  const entries = Object.entries(objectAt(input, place, principalKinds));
  if (entries.length === 0) refuse(place, "* or a kind of principal");
  return Object.fromEntries(entries.map(([kind, list]) => [kind, listAt(list, `${place}.${kind}`)]));
}

function conditionFrom(input: unknown, place: string): Condition {
  return mapObject(input, place, (keys, operator) => mapObject(keys, operator, conditionValues));
}

// AWS takes true and 3600 for "true" and "3600" here, and nowhere else.
function conditionValues(input: unknown, place: string): string[] {
  const values: unknown[] = Array.isArray(input) ? input : [input];
  return values.map((value) =>
    typeof value === "boolean" || typeof value === "number" ? String(value) : textAt(value, place),
  );
}

function mapObject<Value>(
  input: unknown,
  place: string,
  map: (value: unknown, place: string) => Value,
): Record<string, Value> {
  const entries = Object.entries(objectAt(input, place));
  return Object.fromEntries(entries.map(([key, value]) => [key, map(value, `${place}.${key}`)]));
}

function listAt(input: unknown, place: string): string[] {
  const list: unknown[] = Array.isArray(input) ? input : [input];
  if (list.length === 0) refuse(place, "at least one value");
  return list.map((value) => textAt(value, place));
}

function textAt(input: unknown, place: string): string {
  return typeof input === "string" ? input : refuse(place, "text");
}

function oneOf<Value extends string>(input: unknown, values: readonly Value[], place: string): Value {
  return values.find((value) => value === input) ?? refuse(place, values.join(" or "));
}

function onlyOneOf(given: Record<string, unknown>, elements: readonly [string, string], place: string): void {
  if (elements.every((element) => given[element] !== undefined)) refuse(place, `only one of ${elements.join(" and ")}`);
}

function objectAt(input: unknown, place: string, known?: readonly string[]): Record<string, unknown> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return refuse(place, "an object");
  const unknown = known && Object.keys(input).find((key) => !known.includes(key));
  if (known && unknown !== undefined) refuse(place, `only ${known.join(", ")}, not ${JSON.stringify(unknown)}`);
  return input as Record<string, unknown>;
}

function refuse(place: string, expected: string): never {
  throw new MalformedPolicy(`${place}: expected ${expected}`);
}
