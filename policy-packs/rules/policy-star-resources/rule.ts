import {
  actionsMatching,
  type ActionMatch,
  allowStatements,
  isEveryAction,
  isTagged,
  isWholeType,
  type PlacedStatement,
  prefixOf,
  resourcesOf,
} from "#core/aws/policy-patterns";
import type { ServiceAuthorizationReference } from "#core/aws/service-reference";
import { shown } from "#core/problems";
import { documentRule, type DocumentFinding } from "../document-rule";

/** Rules of their own are about these. */
const judgedElsewhere: ReadonlySet<string> = new Set(["passrole", "createservicelinkedrole", "assumerole"]);

export const policyStarResources = documentRule({
  id: "policy-star-resources",
  title: "A statement that changes things names the resources that it changes",
  severity: "low",
  why: "An action that could be allowed on one bucket, queue or role, and is allowed on all, also reaches those of other teams, those of production and those of tomorrow. An ARN of wildcards alone, such as arn:aws:s3:::*, is no narrower than the star.",
  fix: "Name the ARNs, or a prefix that only the resources meant share; or demand a tag in a condition on aws:ResourceTag.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  ],
  frameworks: [],
  options: {},
  uses: ["identity"],
  aboutGrants: true,
  judgeDocument: (document, { services }) =>
    allowStatements(document).flatMap((placed) => (isTagged(placed.statement) ? [] : judge(placed, services))),
});

function judge(placed: PlacedStatement, services: ServiceAuthorizationReference): readonly DocumentFinding[] {
  const changing = (placed.statement.Action ?? [])
    .filter((pattern) => !isWholeService(pattern))
    .flatMap((pattern) => actionsMatching(services, pattern).filter(changes))
    .map((match) => ({ match, arns: arnPatternsOf(match) }));
  return resourcesOf(placed).flatMap(({ resource, path }) => {
    if (!resource.includes("*")) return [];
    const reached = changing.flatMap(({ match, arns }) =>
      arns.some((arn) => isWholeType(resource, arn)) ? [match] : [],
    );
    if (reached.length === 0) return [];
    const message = `the resource ${shown(resource)} lets ${named(reached)} act on every resource of the kind`;
    return [{ path, message }];
  });
}

function changes({ action }: ActionMatch): boolean {
  // AWS files some that only read, such as iot:ListSubscriptions, under Write.
  if (judgedElsewhere.has(action.name.toLowerCase()) || /^(List|Describe)/.test(action.name)) return false;
  return action.accessLevels.some((level) => level !== "Read" && level !== "List");
}

/** Those of the types that each call names, or of all where no type has to be there. */
function arnPatternsOf({ service, action }: ActionMatch): readonly string[] {
  const required = action.resourceTypes.filter((type) => type.required);
  const types = required.length > 0 ? required : action.resourceTypes;
  return types.flatMap(({ name }) => service.resourceTypes.get(name.toLowerCase())?.arnPattern ?? []);
}

/** What policy-star-actions and policy-administrator say already. */
function isWholeService(pattern: string): boolean {
  return isEveryAction(pattern) || /^[*?]+$/.test(pattern.slice(prefixOf(pattern).length + 1));
}

function named(matches: readonly ActionMatch[]): string {
  const names = [...new Set(matches.map(({ service, action }) => `${service.prefix}:${action.name}`))];
  const rest = names.length - 3;
  return rest > 0 ? `${names.slice(0, 3).join(", ")} and ${rest} more actions` : names.join(", ");
}
