import type { PolicyDocument, Statement } from "#core/aws/policy";
import { conditionTests, type ConditionTest } from "#core/aws/policy-patterns";
import { policyDocuments, principals, type StackFacts } from "../../facts";
import { documentRule, violationAt, type DocumentFinding, type DocumentRule } from "../document-rule";
import type { Verdict } from "../rule";

const present = "aws:multifactorauthpresent";
const age = "aws:multifactorauthage";

interface Pitfall {
  readonly effect: Statement["Effect"];
  readonly key: string;
  readonly operator: RegExp;
  readonly ifExists: boolean;
  readonly value?: "true" | "false";
  readonly message: string;
  readonly remedy: string;
}

/**
 * The key is missing where a request is signed with a long-term key, and is there with the value false in most sessions
 * without MFA. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
const pitfalls: readonly Pitfall[] = [
  {
    effect: "Deny",
    key: present,
    operator: /^Bool$/,
    ifExists: false,
    value: "false",
    message: "the Deny passes over requests that do not have the key, such as those signed with access keys",
    remedy: "Use BoolIfExists in a Deny.",
  },
  {
    effect: "Deny",
    key: present,
    operator: /^Null$/,
    ifExists: false,
    value: "true",
    message: "the Deny passes over sessions without MFA, which have the key with the value false",
    remedy: "Use BoolIfExists with the value false instead of Null.",
  },
  {
    effect: "Allow",
    key: present,
    operator: /^Bool$/,
    ifExists: true,
    value: "true",
    message: "the Allow also holds for requests that do not have the key, such as those signed with access keys",
    remedy: "Use Bool in an Allow.",
  },
  {
    effect: "Allow",
    key: present,
    operator: /^Null$/,
    ifExists: false,
    value: "false",
    message: "the Allow asks only whether the key is there, which it is in sessions without MFA too",
    remedy: "Use Bool with the value true instead of Null.",
  },
  {
    effect: "Deny",
    key: age,
    operator: /^Numeric/,
    ifExists: false,
    message: "the Deny passes over requests without MFA, which do not have the key",
    remedy: "Use the operator with IfExists, and deny by BoolIfExists on aws:MultiFactorAuthPresent too.",
  },
  {
    effect: "Allow",
    key: age,
    operator: /^Numeric/,
    ifExists: true,
    message: "the Allow also holds for requests without MFA, which do not have the key",
    remedy: "Use the operator without IfExists in an Allow.",
  },
];

const rule = documentRule({
  id: "policy-mfa-condition",
  title: "A condition on multi-factor authentication holds where it was meant to",
  severity: "medium",
  why: "The keys of MFA are missing from requests with long-term keys, and false in most sessions without MFA. By the wrong operator a Deny lets access keys pass, or an Allow asks for nothing. A session by SAML or OpenID Connect never has them, whatever the identity provider asked for.",
  fix: "Deny with BoolIfExists false, allow with Bool true; ask for the MFA of federated people in Entra, by Conditional Access.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent",
  ],
  frameworks: [],
  options: {},
  uses: ["identity", "trust", "resource", "organisation"],
  aboutGrants: false,
  judgeDocument: judge,
});

export const policyMfaCondition: DocumentRule = {
  ...rule,
  judge: (stack, settings) => [...rule.judge(stack, settings), ...federatedRoles(stack)],
};

function judge({ Statement }: PolicyDocument): readonly DocumentFinding[] {
  return Statement.flatMap((statement, index) => {
    const path = `Statement[${index}].Condition`;
    const tests = conditionTests(statement.Condition).filter(demandsMfa);
    if (tests.length === 0) return [];
    if (isFederated(statement)) return tests.map((test) => neverThere(`${path}.${test.path}`));
    if (isSound(statement) || Statement.some((other) => isSound(other) && sameScope(other, statement))) return [];
    if (isOneOfPair(statement, Statement)) return [];
    return tests.flatMap((test) => {
      const pitfall = pitfalls.find((each) => isPitfall(each, statement, test));
      return pitfall ? [{ path: `${path}.${test.path}`, message: pitfall.message, remedy: pitfall.remedy }] : [];
    });
  });
}

function isPitfall(pitfall: Pitfall, { Effect }: Statement, { parts, key, values }: ConditionTest): boolean {
  return (
    pitfall.effect === Effect &&
    pitfall.key === key.toLowerCase() &&
    parts?.ifExists === pitfall.ifExists &&
    pitfall.operator.test(parts.base) &&
    (pitfall.value === undefined || values.some((value) => value.toLowerCase() === pitfall.value))
  );
}

/** A statement that asks for MFA as it should; what else stands in its condition only narrows it. */
function isSound({ Effect, Condition }: Statement): boolean {
  return conditionTests(Condition).some((test) =>
    Effect === "Allow" ? isTest(test, "Bool", false, "true") : isTest(test, "Bool", true, "false"),
  );
}

/** Two Denies, one for a missing key and one for a false one, are as good as BoolIfExists. */
function isOneOfPair(statement: Statement, statements: readonly Statement[]): boolean {
  const has = (each: Statement, base: "Bool" | "Null", value: "true" | "false"): boolean =>
    each.Effect === "Deny" && conditionTests(each.Condition).some((test) => isTest(test, base, false, value));
  const pair = statements.filter((other) => sameScope(other, statement));
  return pair.some((other) => has(other, "Bool", "false")) && pair.some((other) => has(other, "Null", "true"));
}

function isTest({ parts, key, values }: ConditionTest, base: string, ifExists: boolean, value: string): boolean {
  return (
    key.toLowerCase() === present &&
    parts?.base === base &&
    parts.ifExists === ifExists &&
    values.every((each) => each.toLowerCase() === value)
  );
}

function sameScope(one: Statement, other: Statement): boolean {
  const scope = ({ Effect, Action, NotAction, Resource, NotResource }: Statement): string =>
    JSON.stringify([Effect, Action, NotAction, Resource, NotResource]);
  return scope(one) === scope(other);
}

function isFederated({ Principal }: Statement): boolean {
  return typeof Principal === "object" && Principal.Federated !== undefined;
}

/** Whether a test cannot hold where the keys are missing, or holds just there. */
function demandsMfa({ key }: ConditionTest): boolean {
  return [present, age].includes(key.toLowerCase());
}

function neverThere(path: string): DocumentFinding {
  return { path, message: "no federated session has MFA by this key, whatever the identity provider asked for" };
}

/** Policies of roles that are assumed by a federated sign-in, with statements that ask for AWS's own MFA. */
function federatedRoles(stack: StackFacts): readonly Verdict[] {
  const documents = new Map(
    policyDocuments(stack).flatMap((fact) => (fact.reading.kind === "known" ? [[fact.reading.document, fact]] : [])),
  );
  const federated = principals(stack).filter(({ trust }) => {
    const reading = trust?.reading;
    return reading?.kind === "known" && reading.document.Statement.some(isFederated);
  });
  const policies = new Set(federated.flatMap((principal) => principal.policies.map(({ document }) => document)));
  return [...policies].flatMap((document) => {
    const fact = document === "unknown" ? undefined : documents.get(document);
    if (fact === undefined || document === "unknown") return [];
    return document.Statement.flatMap((statement, index) =>
      conditionTests(statement.Condition)
        .filter((test) => isSound(statement) && demandsMfa(test))
        .map((test) => violationAt(fact, neverThere(`Statement[${index}].Condition.${test.path}`))),
    );
  });
}
