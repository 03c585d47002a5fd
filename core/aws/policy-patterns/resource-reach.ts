import { coversPattern } from "./covers-pattern";
import { overlap, tokensOfArnPattern, tokensOfResource } from "./patterns-overlap";

const everyArn = ["arn:aws:*:*:*:*", "arn:aws-cn:*:*:*:*", "arn:aws-us-gov:*:*:*:*"];

/** Whether a resource of a policy is `*` or as good as that, such as `arn:aws:*`, in one partition at least. */
export function isEveryResource(resource: string): boolean {
  if (resource === "*") return true;
  return resource.endsWith("*") && everyArn.some((arn) => coversPattern(resource, arn));
}

/**
 * Whether a resource of a policy names all resources of a type, in every account or in one: `*`, `arn:aws:s3:::*`,
 * `arn:aws:iam::111122223333:role/*`.
 *
 * @param arnPattern as AWS documents it: `arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}`
 */
export function isWholeType(resource: string, arnPattern: string): boolean {
  if (isEveryResource(resource)) return true;
  if (!resource.includes("*") || isOfAnotherService(resource, arnPattern)) return false;
  const [, partition = "", , region = "", account = ""] = resource.split(":");
  const narrow = arnPattern
    .replace("${Partition}", /^aws[a-z-]*$/.test(partition) ? partition : "aws")
    .replace("${Region}", /^[a-z0-9-]+$/.test(region) ? region : "*")
    .replace("${Account}", /^\d{12}$/.test(account) ? account : "*")
    .replace(/\$\{[^{}]*\}/g, "*");
  return coversPattern(resource, narrow);
}

/** Whether a resource of a policy can name a resource of a type at all. */
export function canNameType(resource: string, arnPattern: string): boolean {
  return (
    !isOfAnotherService(resource, arnPattern) && overlap(tokensOfResource(resource), tokensOfArnPattern(arnPattern))
  );
}

/** What most comparisons come to, told without comparing. */
function isOfAnotherService(resource: string, arnPattern: string): boolean {
  const services = [resource, arnPattern].map((arn) => arn.split(":", 3)[2] ?? "");
  return services.every((service) => /^[a-z0-9-]+$/.test(service)) && services[0] !== services[1];
}
