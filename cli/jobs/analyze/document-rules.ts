import type { PolicyDocument } from "#core/aws/policy";
import type { ServiceAuthorizationReference } from "#core/aws/service-reference";
import { rules, type Rule } from "#policy-packs/rules";
import type { DocumentLineFinding } from "./document-answer";
import type { DocumentKind } from "./document-question";

/** What a rule on documents has besides every rule's metadata. */
interface JudgesDocuments {
  readonly uses: readonly string[];
  judgeDocument(
    document: PolicyDocument,
    context: { readonly use: DocumentKind; readonly services: ServiceAuthorizationReference },
    settings: Readonly<Record<string, unknown>>,
  ): readonly { readonly path: string; readonly message: string }[];
}

type DocumentRule = Rule & JudgesDocuments;

function isDocumentRule(rule: Rule): rule is DocumentRule {
  return "judgeDocument" in rule && "uses" in rule;
}

const documentRules = rules.filter(isDocumentRule);

/** What the pack's rules on single documents find in one, with the settings that hold where nothing is configured. */
export function judgeDocument(
  document: PolicyDocument,
  use: DocumentKind,
  services: ServiceAuthorizationReference,
): readonly DocumentLineFinding[] {
  return documentRules
    .filter(({ uses }) => uses.includes(use))
    .flatMap((rule) => findingsOf(rule, document, use, services));
}

function findingsOf(
  rule: DocumentRule,
  document: PolicyDocument,
  use: DocumentKind,
  services: ServiceAuthorizationReference,
): readonly DocumentLineFinding[] {
  const { id, severity, options } = rule;
  const settings = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
  try {
    const found = rule.judgeDocument(document, { use, services }, settings);
    return found.map(({ path, message }) => ({ rule: id, severity, message, path }));
  } catch {
    // One rule's defect must not cost the answers of all others; what it threw may repeat the document.
    return [{ rule: id, severity, message: "the rule could not judge this document", path: "" }];
  }
}
