import type { Condition, PolicyDocument, Principal, PrincipalKind, Statement } from "./policy-document";

/** One way in which a value is not a policy by the grammar. */
export interface DocumentFault {
  readonly code:
    "wrong-value" | "missing-element" | "unknown-element" | "conflicting-elements" | "duplicate-sid" | "lone-surrogate";
  /** As `Statement[0].Effect`; empty for the document itself. */
  readonly path: string;
  readonly expected: string;
  /** Whether what the document means is clear in spite of it, although AWS refuses it. */
  readonly clear: boolean;
}

type Report = (fault: DocumentFault) => void;
type Fields = Readonly<Record<string, unknown>>;

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
const effects: readonly Statement["Effect"][] = ["Allow", "Deny"];

/**
 * A policy document from parsed JSON, by the policy grammar, with all that AWS would refuse in it.
 *
 * @returns no document where it is not clear what one of its statements means.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readDocument(input: unknown): { document?: PolicyDocument; faults: readonly DocumentFault[] } {
  const faults: DocumentFault[] = [];
  const document = documentFrom(input, (fault) => void faults.push(fault));
  return faults.every(({ clear }) => clear) && document !== undefined ? { document, faults } : { faults };
}

function documentFrom(input: unknown, report: Report): PolicyDocument | undefined {
  const given = fieldsOf(input, "", report, documentElements);
  if (given === undefined) return undefined;
  const statements: readonly unknown[] = Array.isArray(given.Statement) ? given.Statement : [given.Statement];
  if (statements.length === 0 || given.Statement === undefined) {
    report({ code: "missing-element", path: "Statement", expected: "at least one statement", clear: false });
    return undefined;
  }
  const document: PolicyDocument = {
    Version: versionFrom(given.Version, report),
    Statement: statements.map((statement, index) => statementFrom(statement, `Statement[${index}]`, report)),
  };
  if (given.Id !== undefined) document.Id = textFrom(given.Id, "Id", report, true);
  reportRepeatedSids(document, report);
  return document;
}

function versionFrom(input: unknown, report: Report): PolicyDocument["Version"] {
  if (input === undefined) return "2008-10-17";
  const version = versions.find((known) => known === input);
  if (version === undefined) {
    report({ code: "wrong-value", path: "Version", expected: versions.join(" or "), clear: true });
  }
  return version ?? "2012-10-17";
}

function reportRepeatedSids({ Statement }: PolicyDocument, report: Report): void {
  const seen = new Set<string>();
  for (const { Sid } of Statement) {
    if (Sid === undefined) continue;
    if (seen.has(Sid)) {
      const expected = `each Sid once (${JSON.stringify(Sid)} stands twice)`;
      report({ code: "duplicate-sid", path: "Statement", expected, clear: true });
    }
    seen.add(Sid);
  }
}

/** A statement as far as it can be read; what is not clear about it has been reported, and nobody sees it then. */
function statementFrom(input: unknown, path: string, report: Report): Statement {
  const given = fieldsOf(input, path, report, statementElements);
  if (given === undefined) return { Effect: "Deny" };
  reportMissingAndConflicting(given, path, report);
  const effect = effects.find((known) => known === given.Effect);
  if (effect === undefined) {
    report({ code: "wrong-value", path: `${path}.Effect`, expected: effects.join(" or "), clear: false });
  }
  const statement: Statement = { Effect: effect ?? "Deny" };
  if (given.Sid !== undefined) statement.Sid = textFrom(given.Sid, `${path}.Sid`, report, true);
  for (const element of ["Action", "NotAction", "Resource", "NotResource"] as const) {
    if (given[element] !== undefined) statement[element] = listFrom(given[element], `${path}.${element}`, report);
  }
  for (const element of ["Principal", "NotPrincipal"] as const) {
    if (given[element] !== undefined) statement[element] = principalFrom(given[element], `${path}.${element}`, report);
  }
  if (given.Condition !== undefined) statement.Condition = conditionFrom(given.Condition, `${path}.Condition`, report);
  return statement;
}

function reportMissingAndConflicting(given: Fields, path: string, report: Report): void {
  for (const element of ["Principal", "Action", "Resource"]) {
    if (given[element] === undefined || given[`Not${element}`] === undefined) continue;
    const expected = `only one of ${element} and Not${element}`;
    report({ code: "conflicting-elements", path, expected, clear: false });
  }
  if (given.Action === undefined && given.NotAction === undefined) {
    report({ code: "missing-element", path, expected: "an Action or NotAction", clear: false });
  }
}

function principalFrom(input: unknown, path: string, report: Report): Principal {
  if (input === "*") return "*";
  const given = fieldsOf(input, path, report, principalKinds);
  if (given === undefined) return {};
  const entries = Object.entries(given);
  if (entries.length === 0) {
    report({ code: "missing-element", path, expected: "* or a kind of principal", clear: false });
  }
  return Object.fromEntries(entries.map(([kind, list]) => [kind, listFrom(list, `${path}.${kind}`, report)]));
}

function conditionFrom(input: unknown, path: string, report: Report): Condition {
  return mapFields(input, path, report, (keys, operator) =>
    mapFields(keys, operator, report, (values, key) => conditionValues(values, key, report)),
  );
}

// AWS takes true and 3600 for "true" and "3600" here, and nowhere else.
function conditionValues(input: unknown, path: string, report: Report): string[] {
  const values: readonly unknown[] = Array.isArray(input) ? input : [input];
  return values.map((value) =>
    typeof value === "boolean" || typeof value === "number" ? String(value) : textFrom(value, path, report),
  );
}

function mapFields<Value>(
  input: unknown,
  path: string,
  report: Report,
  map: (value: unknown, path: string) => Value,
): Record<string, Value> {
  const entries = Object.entries(fieldsOf(input, path, report) ?? {});
  return Object.fromEntries(entries.map(([key, value]) => [key, map(value, `${path}.${key}`)]));
}

function listFrom(input: unknown, path: string, report: Report): string[] {
  const list: readonly unknown[] = Array.isArray(input) ? input : [input];
  if (list.length === 0) report({ code: "missing-element", path, expected: "at least one value", clear: false });
  return list.map((value) => textFrom(value, path, report));
}

function textFrom(input: unknown, path: string, report: Report, clear = false): string {
  if (typeof input !== "string") {
    report({ code: "wrong-value", path, expected: "text", clear });
    return "";
  }
  if (/\p{Surrogate}/u.test(input)) {
    report({ code: "lone-surrogate", path, expected: "text without half of a surrogate pair", clear: true });
  }
  return input;
}

function fieldsOf(input: unknown, path: string, report: Report, known?: readonly string[]): Fields | undefined {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    report({ code: "wrong-value", path, expected: "an object", clear: false });
    return undefined;
  }
  const unknown = known === undefined ? [] : Object.keys(input).filter((key) => !known.includes(key));
  for (const key of unknown) {
    const expected = `only ${(known ?? []).join(", ")}, not ${JSON.stringify(key)}`;
    // A principal of a kind that does not exist is somebody, and we cannot say who.
    report({ code: "unknown-element", path, expected, clear: known !== principalKinds });
  }
  return input as Fields;
}
