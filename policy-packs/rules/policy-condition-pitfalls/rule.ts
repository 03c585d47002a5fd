import type { PolicyDocument, Statement } from "#core/aws/policy";
import {
  actionsMatching,
  canHaveKey,
  conditionTests,
  type ConditionTest,
  knownConditionKey,
} from "#core/aws/policy-patterns";
import type { ServiceAuthorizationReference } from "#core/aws/service-reference";
import { shown } from "#core/problems";
import type { DocumentContext } from "../document-rule";
import { documentRule, type DocumentFinding } from "../document-rule";

export const policyConditionPitfalls = documentRule({
  id: "policy-condition-pitfalls",
  title: "A condition says what its author meant, by operator, set prefix and key",
  severity: "medium",
  why: "Conditions fail in silence: ForAllValues holds for a request without the key, StringEquals takes a star for a star, and a tag that the action never sees allows nothing. Each reads well in a review.",
  fix: "Use the operator and the key that AWS documents for the action and the type of the key.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
  ],
  frameworks: [],
  options: {},
  uses: ["identity", "trust", "resource", "organisation"],
  aboutGrants: false,
  judgeDocument: judge,
});

function judge({ Statement }: PolicyDocument, { services }: DocumentContext): readonly DocumentFinding[] {
  return Statement.flatMap((statement, index) =>
    conditionTests(statement.Condition).flatMap((test) =>
      checks.flatMap((check) => {
        const finding = check({ test, statement, services });
        return finding === undefined ? [] : [{ path: `Statement[${index}].Condition.${test.path}`, ...finding }];
      }),
    ),
  );
}

interface Subject {
  readonly test: ConditionTest;
  readonly statement: Statement;
  readonly services: ServiceAuthorizationReference;
}

type Check = (subject: Subject) => Omit<DocumentFinding, "path"> | undefined;

const checks: readonly Check[] = [allValuesOfOne, wildcardAsText, wildcardAcrossArn, tagThatIsNotThere];

function typeOf({ test, services }: Subject): string {
  const known = knownConditionKey(services, test.key);
  return typeof known === "string" ? "Unknown" : known.type;
}

function allValuesOfOne(subject: Subject): ReturnType<Check> {
  const { test } = subject;
  const type = typeOf(subject);
  if (test.parts?.set !== "ForAllValues" || type === "Unknown" || type.startsWith("ArrayOf")) return undefined;
  return {
    message: `ForAllValues on ${shown(test.key)}, which has one value, only adds that the condition holds without the key`,
    remedy: "Leave ForAllValues out; it is for keys with several values.",
  };
}

function wildcardAsText({ test }: Subject): ReturnType<Check> {
  if (!/^String(Not)?Equals/.test(test.parts?.base ?? "")) return undefined;
  // ${*} is the way to mean the character itself.
  const value = test.values.find((each) => /[*?]/.test(each.replace(/\$\{[^{}]*\}/g, "")));
  if (value === undefined) return undefined;
  return {
    message: `${test.operator} compares ${shown(value)} character by character, the wildcard too`,
    remedy: `Use ${test.operator.replace("Equals", "Like").replace("IgnoreCase", "")}, or write the value out.`,
  };
}

function wildcardAcrossArn(subject: Subject): ReturnType<Check> {
  const { test } = subject;
  const type = typeOf(subject);
  if (!/^String(Not)?Like$/.test(test.parts?.base ?? "") || !/^(ArrayOf)?ARN$/.test(type)) return undefined;
  const value = test.values.find((each) => /\*./.test(each));
  if (value === undefined) return undefined;
  return {
    message: `${test.operator} lets the wildcard in ${shown(value)} run over the colons of the ARN`,
    remedy: `Use ${test.operator.replace("String", "Arn")}, which compares ARNs component by component.`,
  };
}

/** Absent keys make these conditions hold, so that a tag which is never there does no harm. */
function tagThatIsNotThere({ test, statement, services }: Subject): ReturnType<Check> {
  const { parts, key } = test;
  if (!/^aws:(resource|request)tag\//i.test(key) || parts === undefined || parts.base === "Null") return undefined;
  if (parts.ifExists || parts.set !== undefined || parts.base.includes("Not")) return undefined;
  const unable = (statement.Action ?? []).filter((pattern) => {
    const matches = actionsMatching(services, pattern);
    return matches.length > 0 && !matches.some((match) => canHaveKey(match, key));
  });
  if (unable.length === 0) return undefined;
  const names = unable.slice(0, 3).map(shown).join(", ") + (unable.length > 3 ? ` and ${unable.length - 3} more` : "");
  const effect = statement.Effect === "Allow" ? "allows" : "denies";
  return {
    message: `${shown(key)} is never there for ${names}, so the statement ${effect} nothing of that`,
    remedy: "Put these actions into a statement without the tag, with their resources named.",
  };
}
