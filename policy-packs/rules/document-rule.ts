import type { PolicyDocument } from "#core/aws/policy";
import type { ServiceAuthorizationReference } from "#core/aws/service-reference";
import { perStack, policyDocuments, principals, type DocumentFact, type DocumentUse, type StackFacts } from "../facts";
import type { Rule, RuleOptions, RuleSettings, StackRule, Verdict } from "./rule";

/** What is wrong at one place of a document. */
export interface DocumentFinding {
  /** From the document on: `Statement[2].Action[0]`. */
  readonly path: string;
  readonly message: string;
  /** What to do here. @default the rule's own `fix` */
  readonly remedy?: string;
}

/** What a document is judged with. */
export interface DocumentContext {
  readonly use: DocumentUse;
  readonly services: ServiceAuthorizationReference;
}

/** A rule on one policy document, which needs no other and no stack. */
export interface DocumentRule<Options extends RuleOptions = RuleOptions> extends StackRule<Options> {
  /** For which documents it has a meaning. */
  readonly uses: readonly DocumentUse[];
  judgeDocument(
    document: PolicyDocument,
    context: DocumentContext,
    settings: RuleSettings<Options>,
  ): readonly DocumentFinding[];
}

type Written<Options extends RuleOptions> = Omit<DocumentRule<Options>, "kind" | "judge"> & {
  /** Whether it is about what a document gives: then not about a permissions boundary, which gives nothing. */
  readonly aboutGrants: boolean;
};

/** A rule on documents as a rule on the stack, which judges each document there. */
export function documentRule<Options extends RuleOptions>({
  aboutGrants,
  ...rule
}: Written<Options>): DocumentRule<Options> {
  return {
    ...rule,
    kind: "stack",
    judge(stack, settings) {
      const limits = aboutGrants ? onlyBoundaries(stack) : new Set();
      return policyDocuments(stack)
        .filter(({ use }) => rule.uses.includes(use))
        .flatMap((fact): readonly Verdict[] => {
          const { resource, property, use, reading } = fact;
          if (reading.kind === "unknown") return [unknownDocument(fact, reading.property)];
          // What cannot be read is a finding of policy-valid.
          if (reading.kind === "malformed" || limits.has(reading.document)) return [];
          const findings = rule.judgeDocument(reading.document, { use, services: stack.services }, settings);
          return firstOf(findings, 50).map((finding) => violationAt({ resource, property }, finding));
        });
    },
  };
}

/** The first findings of a document, and how many more there are: nobody reads hundreds of the same mistake. */
export function firstOf(findings: readonly DocumentFinding[], most: number): readonly DocumentFinding[] {
  const rest = findings.length - most;
  if (rest <= 0) return findings;
  return [...findings.slice(0, most), { path: "", message: `${rest} more findings in this policy document` }];
}

/** Whether a rule can judge a document by itself, outside of a stack. */
export function isDocumentRule(rule: Rule): rule is DocumentRule {
  return "judgeDocument" in rule;
}

/** A finding of a document, at the property that holds it. */
export function violationAt(
  { resource, property }: Pick<DocumentFact, "resource" | "property">,
  { path, message, remedy }: DocumentFinding,
): Verdict {
  const place = path === "" ? property : `${property}.${path}`;
  return { outcome: "violation", resource, property: place, message, ...(remedy !== undefined && { remedy }) };
}

/** What is said of a document that nobody can read before the update. */
export function unknownDocument({ resource }: Pick<DocumentFact, "resource">, property: string): Verdict {
  return {
    outcome: "undetermined",
    resource,
    property,
    message: "the policy document is known only after the update",
    remedy:
      "Build the document from values that are known before the update: constants, configuration, and ARNs made of account id and name instead of other resources' outputs.",
  };
}

/** Documents that the stack uses as permissions boundaries and gives to nobody. */
const onlyBoundaries = perStack((stack: StackFacts): ReadonlySet<unknown> => {
  const limits = new Set<unknown>(principals(stack).flatMap(({ boundary }) => boundary?.document ?? []));
  for (const { policies } of principals(stack)) for (const { document } of policies) limits.delete(document);
  return limits;
});
