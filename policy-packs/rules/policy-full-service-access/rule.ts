import {
  allowStatements,
  coversAction,
  isEveryAction,
  isEveryResource,
  isTagged,
  type PlacedStatement,
} from "#core/aws/policy-patterns";
import { documentRule, type DocumentFinding } from "../document-rule";

export const policyFullServiceAccess = documentRule({
  id: "policy-full-service-access",
  title: "Nobody has full access to services that guard or hold what matters most",
  severity: "medium",
  why: "Full access to KMS destroys every key and with it every encrypted thing, to CloudTrail ends the record of who did what, to S3 reads and deletes all data, to Marketplace spends money, and a CloudShell with upload carries data out.",
  fix: "List the actions that are used, on the resources that are meant.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html",
    "https://docs.aws.amazon.com/cloudshell/latest/userguide/sec-auth-with-identities.html",
  ],
  frameworks: ["CIS AWS 3.0.0 1.22"],
  options: {
    services: {
      description: "Prefixes of the services to which nobody may have full access.",
      default: ["aws-marketplace", "cloudshell", "cloudtrail", "kms", "s3"] as readonly string[],
      expected: (prefixes: readonly string[]) =>
        prefixes.every((prefix) => /^[a-z0-9-]+$/.test(prefix)) ? undefined : "prefixes of services, such as kms",
    },
  },
  uses: ["identity"],
  aboutGrants: true,
  judgeDocument: (document, _context, { services }) =>
    allowStatements(document).flatMap((placed) => judge(placed, services)),
});

function judge({ statement, path }: PlacedStatement, services: readonly string[]): readonly DocumentFinding[] {
  const { Action = [], Resource = [] } = statement;
  if (!Action.some((pattern) => pattern.includes("*")) || isTagged(statement)) return [];
  // Everything on everything is what policy-administrator is about.
  if (Action.some(isEveryAction) && Resource.some(isEveryResource)) return [];
  return Action.flatMap((pattern, index) =>
    services
      .filter((service) => coversAction(pattern, `${service}:*`) && Resource.some((each) => isAllOf(each, service)))
      .map((service) => ({
        path: `${path}.Action[${index}]`,
        message: `full access to ${service}: every action on every resource`,
      })),
  );
}

/** `*`, or an ARN of the service whose parts are all wildcards, such as `arn:aws:s3:::*`. */
function isAllOf(resource: string, service: string): boolean {
  if (isEveryResource(resource)) return true;
  const [, , owner, ...rest] = resource.split(":");
  return owner === service && /^\*?:\*?:\*$/.test(rest.join(":"));
}
