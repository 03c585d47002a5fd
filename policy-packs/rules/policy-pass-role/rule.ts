import {
  allowStatements,
  canNameType,
  demandsKey,
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

export const policyPassRole = documentRule({
  id: "policy-pass-role",
  title: "Roles are passed by name, or to a service that is named",
  severity: "high",
  why: "Whoever may pass any role to any service starts something that runs with the strongest role of the account. The condition on iam:PassedToService limits it only where it has to hold: with IfExists it holds for a call that does not send the key.",
  fix: "Name the roles in Resource, and the service in a condition StringEquals on iam:PassedToService.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
  ],
  frameworks: [],
  options: {
    serviceForNamedRoles: {
      description: "Whether the service has to be named even where each role is named without a wildcard.",
      default: false,
    },
  },
  uses: ["identity"],
  aboutGrants: true,
  judgeDocument: (document, _context, { serviceForNamedRoles }) =>
    allowStatements(document)
      .filter((placed) => passesRoles(placed) && !isLimited(placed))
      .flatMap((placed) => judge(placed, serviceForNamedRoles)),
});

/** `*` on everything is what policy-administrator is about; on less it passes roles like any other pattern. */
function passesRoles({ statement: { Action, NotAction, Resource = [] } }: PlacedStatement): boolean {
  if (NotAction !== undefined) return !NotAction.some((pattern) => coversAction(pattern, "iam:PassRole"));
  if (Action?.some(isEveryAction) && Resource.some(isEveryResource)) return false;
  return Action?.some((pattern) => coversAction(pattern, "iam:PassRole")) ?? false;
}

function isLimited({ statement }: PlacedStatement): boolean {
  return isTagged(statement) || demandsKey(statement.Condition, "iam:passedtoservice");
}

function judge(placed: PlacedStatement, serviceForNamedRoles: boolean): readonly DocumentFinding[] {
  const { statement, path } = placed;
  if (statement.NotResource !== undefined) {
    const message = "iam:PassRole is allowed on every role that NotResource does not list, to any service";
    return [{ path: `${path}.NotResource`, message }];
  }
  return resourcesOf(placed).flatMap((each) => {
    const reach = reachOf(each.resource);
    if (reach === undefined || (reach === "named" && !serviceForNamedRoles)) return [];
    return [{ path: each.path, message: `iam:PassRole is allowed on ${words[reach](each.resource)}, to any service` }];
  });
}

const words = {
  every: (resource: string) => `every role (${shown(resource)})`,
  pattern: (resource: string) => `all roles of the pattern ${shown(resource)}`,
  named: (resource: string) => `the role ${shown(resource)}`,
} as const;

function reachOf(resource: string): keyof typeof words | undefined {
  if (isWholeType(resource, anyRole)) return "every";
  if (!canNameType(resource, anyRole)) return undefined;
  // A role is passed in its own account only: a wildcard there leaves the role named.
  return /[*?]|\$\{/.test(resource.split(":").slice(5).join(":")) ? "pattern" : "named";
}
