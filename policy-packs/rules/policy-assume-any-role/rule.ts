import {
  allowStatements,
  isEveryAction,
  isEveryResource,
  isTagged,
  isWholeType,
  type PlacedStatement,
  resourcesOf,
  coversAction,
} from "#core/aws/policy-patterns";
import { shown } from "#core/problems";
import { documentRule, type DocumentFinding } from "../document-rule";

const anyRole = "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}";

export const policyAssumeAnyRole = documentRule({
  id: "policy-assume-any-role",
  title: "Roles that may be assumed are named",
  severity: "high",
  why: "Whoever may assume every role has the permissions of each role that trusts the account, which many trust as a whole, and of roles in other accounts that do. What such a principal can do is written nowhere.",
  fix: "Name the roles in Resource; a role of one name in many accounts may be named as arn:aws:iam::*:role/<name>.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  ],
  frameworks: [],
  options: {},
  uses: ["identity"],
  aboutGrants: true,
  judgeDocument: (document) => allowStatements(document).filter(assumesRoles).flatMap(judge),
});

function assumesRoles({ statement }: PlacedStatement): boolean {
  const { Action = [], Resource = [] } = statement;
  // Everything on everything is what policy-administrator is about.
  if (Action.some(isEveryAction) && Resource.some(isEveryResource)) return false;
  return Action.some((pattern) => coversAction(pattern, "sts:AssumeRole")) && !isTagged(statement);
}

function judge(placed: PlacedStatement): readonly DocumentFinding[] {
  if (placed.statement.NotResource !== undefined) {
    const message = "sts:AssumeRole is allowed on every role that NotResource does not list";
    return [{ path: `${placed.path}.NotResource`, message }];
  }
  return resourcesOf(placed)
    .filter(({ resource }) => isWholeType(resource, anyRole))
    .map(({ resource, path }) => ({ path, message: `sts:AssumeRole is allowed on every role (${shown(resource)})` }));
}
