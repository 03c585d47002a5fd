import {
  allowStatements,
  demandsKey,
  isEveryAction,
  isEveryResource,
  isWholeType,
  type PlacedStatement,
  resourcesOf,
  coversAction,
} from "#core/aws/policy-patterns";
import { shown } from "#core/problems";
import { documentRule, type DocumentFinding } from "../document-rule";

const action = "iam:CreateServiceLinkedRole";

/** Service-linked roles lie below one path, then a path of their service. */
const everyLinkedRole = "arn:${Partition}:iam::${Account}:role/aws-service-role/*";

export const policyServiceLinkedRole = documentRule({
  id: "policy-service-linked-role",
  title: "Service-linked roles are made for named services only",
  severity: "medium",
  why: "A service-linked role gives a service of AWS permissions in the account that nobody here writes or limits. Whoever may make one for any service brings services in that the account has never used.",
  fix: "Name the service in a condition StringEquals on iam:AWSServiceName, or by the path aws-service-role/<service> in Resource.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
  ],
  frameworks: [],
  options: {},
  uses: ["identity"],
  aboutGrants: true,
  judgeDocument: (document) => allowStatements(document).filter(makesLinkedRoles).flatMap(judge),
});

function makesLinkedRoles({ statement }: PlacedStatement): boolean {
  const { Action = [], Resource = [], Condition } = statement;
  // Everything on everything is what policy-administrator is about.
  if (Action.some(isEveryAction) && Resource.some(isEveryResource)) return false;
  return Action.some((pattern) => coversAction(pattern, action)) && !demandsKey(Condition, "iam:awsservicename");
}

function judge(placed: PlacedStatement): readonly DocumentFinding[] {
  if (placed.statement.NotResource !== undefined) {
    const message = `${action} is allowed for every service that NotResource does not list`;
    return [{ path: `${placed.path}.NotResource`, message }];
  }
  return resourcesOf(placed)
    .filter(({ resource }) => isWholeType(resource, everyLinkedRole))
    .map(({ resource, path }) => ({ path, message: `${action} is allowed for every service (${shown(resource)})` }));
}
