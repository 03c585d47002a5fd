import { policyDocuments, type DocumentFact, type StackFacts } from "../facts";

type Known = Extract<DocumentFact["reading"], { kind: "known" }>["document"];

/** The policy documents of a stack that can be read: what they name is what reference data is wanted of. */
export function knownDocuments(stack: StackFacts): readonly Known[] {
  return policyDocuments(stack).flatMap(({ reading }) => (reading.kind === "known" ? [reading.document] : []));
}
