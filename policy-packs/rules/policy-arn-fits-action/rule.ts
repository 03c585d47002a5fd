import type { PolicyDocument, Statement } from "#core/aws/policy";
import { actionsMatching, type ActionMatch, isEveryResource, typesNamedBy } from "#core/aws/policy-patterns";
import type { ServiceAuthorizationReference } from "#core/aws/service-reference";
import { shown } from "#core/problems";
import type { DocumentContext } from "../document-rule";
import { documentRule, type DocumentFinding } from "../document-rule";

export const policyArnFitsAction = documentRule({
  id: "policy-arn-fits-action",
  title: "The resources of a statement are of the kinds that its actions act on",
  severity: "medium",
  why: "An action on a resource of another kind is neither allowed nor denied: an Allow of s3:GetObject on a bucket's ARN reads nothing, and a Deny of it protects nothing. AWS takes the policy and says nothing.",
  fix: "Name resources of the kind that the service authorization reference lists for the action, or * where it lists none.",
  references: [
    "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
  ],
  frameworks: [],
  options: {},
  uses: ["identity", "resource"],
  aboutGrants: false,
  judgeDocument: judge,
});

/** More characters than any policy may have; comparing takes the product of the lengths. */
const most = 20_000;

function judge({ Statement }: PolicyDocument, { services, use }: DocumentContext): readonly DocumentFinding[] {
  return Statement.flatMap((statement, index) => {
    const path = `Statement[${index}]`;
    const misshapen = shapeFindings(statement, path, use === "resource");
    return misshapen.length > 0 ? misshapen : actionFindings(statement, path, services);
  });
}

/** Services take short forms in their own policies: API Gateway has `execute-api:/*`. */
function shapeFindings(statement: Statement, path: string, shortForms: boolean): readonly DocumentFinding[] {
  return (["Resource", "NotResource"] as const).flatMap((element) =>
    (statement[element] ?? []).flatMap((resource, index) =>
      hasShape(resource) || (shortForms && /^[a-z-]+:\//.test(resource))
        ? []
        : [{ path: `${path}.${element}[${index}]`, message: `the resource ${shown(resource)} is no ARN, and not *` }],
    ),
  );
}

function hasShape(resource: string): boolean {
  if (/^(\*|\$\{[^{}]+\}$|arn:\*$)/.test(resource)) return true;
  // A wildcard may stand for several components.
  const [arn = "", ...rest] = resource.split(":");
  return arn === "arn" && (rest.length >= 5 || rest.some((part) => part.includes("*")));
}

function actionFindings(
  { Action = [], Resource = [] }: Statement,
  path: string,
  services: ServiceAuthorizationReference,
): readonly DocumentFinding[] {
  if (Resource.length === 0 || Resource.some(isEveryResource) || Resource.join("").length > most) return [];
  const canName = Resource.map(typesNamedBy);
  return Action.flatMap((pattern, index) => {
    const matches = actionsMatching(services, pattern);
    const kinds = kindsOf(matches);
    if (matches.length === 0 || kinds === "unknown" || kinds.some((kind) => canName.some((names) => names(kind))))
      return [];
    const message =
      kinds.length === 0
        ? `${shown(pattern)} acts on no resource that has an ARN, so only * can be its resource`
        : `${shown(pattern)} acts on none of the statement's resources, but on ${listed(kinds)}`;
    return [{ path: `${path}.Action[${index}]`, message }];
  });
}

const known = new WeakMap<readonly ActionMatch[], ReturnType<typeof findKinds>>();

/** The ARNs that the actions act on, the plainest first: buckets before access points. */
function kindsOf(matches: readonly ActionMatch[]): ReturnType<typeof findKinds> {
  const kinds = known.get(matches) ?? findKinds(matches);
  known.set(matches, kinds);
  return kinds;
}

function findKinds(matches: readonly ActionMatch[]): readonly string[] | "unknown" {
  const kinds = new Set<string>();
  for (const { service, action } of matches) {
    for (const { name } of action.resourceTypes) {
      const type = service.resourceTypes.get(name.toLowerCase());
      if (type === undefined) return "unknown";
      kinds.add(type.arnPattern);
    }
  }
  return [...kinds].sort((one, other) => one.length - other.length);
}

function listed(kinds: readonly string[]): string {
  const rest = kinds.length - 2;
  return rest > 0 ? `${kinds.slice(0, 2).join(", ")} and ${rest} more kinds` : kinds.join(" and ");
}
