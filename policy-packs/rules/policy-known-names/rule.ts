import { conditionOperators } from "#core/aws/authorization";
import type { PolicyDocument, Statement } from "#core/aws/policy";
import {
  actionsMatching,
  conditionTests,
  type ConditionTest,
  isEveryAction,
  knownConditionKey,
  prefixOf,
} from "#core/aws/policy-patterns";
import type { ConditionKeyType, ServiceAuthorizationReference } from "#core/aws/service-reference";
import { didYouMean, shown } from "#core/problems";
import { documentRule, type DocumentFinding } from "../document-rule";

export const policyKnownNames = documentRule({
  id: "policy-known-names",
  title: "Actions, condition keys and operators in a policy are ones that AWS has",
  severity: "medium",
  why: "AWS takes a policy with a misspelt action or condition key and says nothing: an Allow then allows less than was meant, a Deny denies nothing, and a condition either never holds or always does.",
  fix: "Write the name as in AWS's service authorization reference.",
  references: [
    "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
  ],
  frameworks: [],
  options: {},
  uses: ["identity", "trust", "resource", "organisation"],
  aboutGrants: false,
  judgeDocument: judge,
});

function judge({ Statement }: PolicyDocument, { services }: { services: Services }): readonly DocumentFinding[] {
  return Statement.flatMap((statement, index) => [
    ...actionFindings(statement, `Statement[${index}]`, services),
    ...conditionFindings(statement, `Statement[${index}].Condition`, services),
  ]);
}

type Services = ServiceAuthorizationReference;

function actionFindings(statement: Statement, path: string, services: Services): readonly DocumentFinding[] {
  return (["Action", "NotAction"] as const).flatMap((element) =>
    (statement[element] ?? []).flatMap((pattern, index) => {
      const finding = unknownAction(pattern, services);
      return finding === undefined ? [] : [{ path: `${path}.${element}[${index}]`, ...finding }];
    }),
  );
}

type Finding = Omit<DocumentFinding, "path">;

function unknownAction(pattern: string, services: Services): Finding | undefined {
  // Without any data there is nothing to compare with.
  if (isEveryAction(pattern) || services.prefixes.length === 0) return undefined;
  const prefix = prefixOf(pattern);
  if (prefix === "")
    return { message: `the action ${shown(pattern)} names no service`, remedy: "Write it as service:Action." };
  if (actionsMatching(services, pattern).length > 0) return undefined;
  if (/[*?]/.test(prefix)) return { message: `no action of AWS matches ${shown(pattern)}` };
  if (!services.hasService(prefix)) {
    return suggesting(`AWS has no service with the prefix ${shown(prefix)}`, prefix, services.prefixes);
  }
  const service = services.service(prefix);
  if (service === undefined) return undefined;
  const name = pattern.slice(pattern.indexOf(":") + 1);
  const names = [...service.actions.values()].map((action) => action.name);
  return suggesting(`${prefix} has no action ${shown(name)}`, name, names);
}

function conditionFindings(statement: Statement, path: string, services: Services): readonly DocumentFinding[] {
  return conditionTests(statement.Condition).flatMap((test): readonly DocumentFinding[] => {
    if (test.parts === undefined) {
      const operators = [...conditionOperators.keys(), "Null"];
      const bare = test.operator.replace(/^.*:|IfExists$/g, "");
      const finding = suggesting(`IAM has no condition operator ${shown(test.operator)}`, bare, operators);
      return [{ path: `${path}.${test.operator}`, ...finding }];
    }
    const finding = keyFinding(test, services);
    return finding === undefined ? [] : [{ path: `${path}.${test.path}`, ...finding }];
  });
}

function keyFinding(test: ConditionTest, services: Services): Finding | undefined {
  if (services.prefixes.length === 0) return undefined;
  const known = knownConditionKey(services, test.key);
  if (known === "cannot be told") return undefined;
  if (known === "does not exist") {
    const prefix = prefixOf(test.key);
    const keys = prefix === "aws" ? services.globalConditionKeys : services.service(prefix)?.conditionKeys;
    const names = [...(keys?.values() ?? [])].map(({ key }) => key);
    return suggesting(`AWS has no condition key ${shown(test.key)}`, test.key, names);
  }
  return operatorFits(test, known.type)
    ? undefined
    : { message: `${test.operator} compares no values of the type ${known.type}, which ${shown(test.key)} has` };
}

/** By the beginning of an operator's name: the types of values that it compares. A text may be anything. */
const comparable: Readonly<Record<string, readonly ConditionKeyType[]>> = {
  Numeric: ["Numeric"],
  Date: ["Date", "Numeric"],
  Bool: ["Bool", "ArrayOfBool"],
  Binary: ["Binary"],
  IpAddress: ["IPAddress"],
  NotIpAddress: ["IPAddress"],
  Arn: ["ARN", "ArrayOfARN"],
};

function operatorFits({ parts, values }: ConditionTest, type: ConditionKeyType): boolean {
  const kind = Object.entries(comparable).find(([beginning]) => parts?.base.startsWith(beginning));
  if (kind === undefined || type === "Unknown" || kind[1].includes(type)) return true;
  // AWS calls some keys texts whose values are numbers, dates, truth values or ARNs.
  return (type === "String" || type === "ArrayOfString") && values.every((value) => looksLike(kind[0], value));
}

const appearances: Readonly<Record<string, RegExp>> = {
  Numeric: /^-?\d+(\.\d+)?$/,
  Date: /^\d{4}-\d{2}-\d{2}|^\d+$/,
  Bool: /^(true|false)$/i,
  IpAddress: /^[0-9a-f.:]+(\/\d+)?$/i,
  NotIpAddress: /^[0-9a-f.:]+(\/\d+)?$/i,
  Arn: /^(arn:|\*|\$\{)/,
};

function looksLike(kind: string, value: string): boolean {
  return appearances[kind]?.test(value) ?? false;
}

function suggesting(message: string, given: string, known: Iterable<string>): Finding {
  // Nobody means a name by one that is longer than all, and comparing takes the product of the lengths.
  const remedy = given.length > 100 ? undefined : didYouMean(given, known);
  return remedy === undefined
    ? { message }
    : { message, remedy: `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}` };
}
