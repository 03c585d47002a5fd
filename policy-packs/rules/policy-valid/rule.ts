import { documentProblems, readPolicy } from "#core/aws/policy";
import { shown, withoutControls } from "#core/problems";
import { perStack, policyDocuments, type DocumentFact, type DocumentUse } from "../../facts";
import { readPolicyOnce } from "../../facts/iam";
import {
  documentRule,
  firstOf,
  unknownDocument,
  violationAt,
  type DocumentFinding,
  type DocumentRule,
} from "../document-rule";
import type { Verdict } from "../rule";

const uses: readonly DocumentUse[] = ["identity", "trust", "resource", "organisation"];

/** More of one document is the same mistake again. */
const most = 20;

const rule = documentRule({
  id: "policy-valid",
  title: "A policy document is one that AWS accepts",
  severity: "high",
  why: "AWS refuses a malformed document in the middle of an update, when half of the stack is changed. Where a key stands twice, or a variable in a policy of the old version, it takes the document for something else than was written.",
  fix: "Write the document by the policy grammar, best with the typed functions of the provider instead of by hand.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
  ],
  frameworks: [],
  options: {},
  uses,
  aboutGrants: false,
  judgeDocument: (document, { use }) => limited(documentProblems(document, use)),
});

/** Malformed documents are findings here, and only here: other rules have nothing to judge in them. */
export const policyValid: DocumentRule = {
  ...rule,
  judge: (stack) => policyDocuments(stack).flatMap((fact) => judgeFact(fact, judgeTextOnce(stack))),
};

/** All that AWS would refuse in a document as it is written. */
export function judgeText(input: unknown, use: DocumentUse, read = readPolicy): readonly DocumentFinding[] {
  if (typeof input !== "string" && (typeof input !== "object" || input === null)) {
    return [{ path: "", message: `the policy document is ${shown(input)}, not JSON text or an object` }];
  }
  const { document, problems } = read(input);
  const findings = problems.map(({ path, message, position }) => ({
    path,
    message: position === undefined ? message : `${message} (character ${position + 1})`,
  }));
  return limited([...findings, ...(document === undefined ? [] : documentProblems(document, use))]);
}

type JudgeText = (input: unknown, use: DocumentUse) => readonly DocumentFinding[];

/** Each text once: many resources of a stack have the same. */
const judgeTextOnce = perStack((stack): JudgeText => {
  const known = new Map<DocumentUse, Map<string, readonly DocumentFinding[]>>();
  const read = readPolicyOnce(stack);
  return (input, use) => {
    if (typeof input !== "string") return judgeText(input, use);
    const ofUse = known.get(use) ?? new Map<string, readonly DocumentFinding[]>();
    const findings = ofUse.get(input) ?? judgeText(input, use, read);
    known.set(use, ofUse.set(input, findings));
    return findings;
  };
});

function judgeFact(fact: DocumentFact, judge: JudgeText): readonly Verdict[] {
  const { reading, use } = fact;
  if (reading.kind === "unknown") return [unknownDocument(fact, reading.property)];
  return judge(valueAt(fact), use).map((finding) => violationAt(fact, finding));
}

/** The document as the program gives it: the property, or a part of it such as `inlinePolicies[0].policy`. */
function valueAt({ resource, property }: DocumentFact): unknown {
  const [name = "", ...parts] = property.match(/[^.[\]]+/g) ?? [];
  const reading = resource.read(name);
  if (reading.kind !== "known") return undefined;
  return parts.reduce<unknown>(
    (value, part) => (Object(value) as Readonly<Record<string, unknown>>)[part],
    reading.value,
  );
}

function limited(problems: readonly { path: string; message: string }[]): readonly DocumentFinding[] {
  const findings = problems.map(({ path, message }) => ({
    path: short(path),
    message: `AWS would not take the policy document as it is meant: ${short(message)}`,
  }));
  return firstOf(findings, most);
}

function short(text: string): string {
  const characters = withoutControls(text.slice(0, 200));
  return text.length > 200 ? `${characters}…` : characters;
}
