import { actionsMatching, allowStatements, isEveryAction, isEveryResource, prefixOf } from "#core/aws/policy-patterns";
import type { ServiceAuthorizationReference } from "#core/aws/service-reference";
import { shown } from "#core/problems";
import { documentRule } from "../document-rule";

export const policyStarActions = documentRule({
  id: "policy-star-actions",
  title: "A statement names its actions, not a whole service or a pattern of services",
  severity: "low",
  why: "A pattern for all actions of a service gives deletion, administration and resource sharing with the one call that was needed, and it gives what AWS adds to the service tomorrow. A pattern in the service's name reaches services nobody thought of.",
  fix: "List the actions that are used, or patterns of reading ones such as s3:Get*.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
  ],
  frameworks: [],
  options: {},
  uses: ["identity"],
  aboutGrants: true,
  judgeDocument: (document, { services }) =>
    allowStatements(document).flatMap(({ statement, path }) =>
      (statement.Action ?? []).flatMap((pattern, index) => {
        // Everything on everything is what policy-administrator is about.
        if (isEveryAction(pattern) && (statement.Resource ?? ["*"]).some(isEveryResource)) return [];
        const reason = tooWide(pattern, services);
        if (reason === undefined) return [];
        return [{ path: `${path}.Action[${index}]`, message: `the action ${shown(pattern)} ${reason}` }];
      }),
    ),
});

function tooWide(pattern: string, services: ServiceAuthorizationReference): string | undefined {
  if (isEveryAction(pattern)) return "stands for every action of every service";
  const prefix = prefixOf(pattern);
  if (onlyReads(pattern, services)) return undefined;
  if (/[*?]/.test(prefix)) return "has a wildcard in the service's name";
  const isWhole = prefix !== "" && /^[*?]*\*[*?]*$/.test(pattern.slice(prefix.length + 1));
  return isWhole ? "stands for every action of the service" : undefined;
}

/** A service that can only be read, such as `ce` in parts, is no less named by its star than by a list. */
function onlyReads(pattern: string, services: ServiceAuthorizationReference): boolean {
  const matches = actionsMatching(services, pattern);
  return (
    matches.length > 0 &&
    matches.every(({ action }) => action.accessLevels.every((level) => level === "Read" || level === "List"))
  );
}
