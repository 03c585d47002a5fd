import { coversPattern } from "./covers-pattern";
import {
  isAnything,
  overlap,
  readTogether,
  tokensOfArnPattern,
  tokensOfResource,
  type ArnToken,
} from "./patterns-overlap";

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
  if (!resource.includes("*") || areOfTwoServices(serviceOf(resource), serviceOf(arnPattern))) return false;
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
  return typesNamedBy(resource)(arnPattern);
}

/** The same for a resource that is compared with many types. */
export function typesNamedBy(resource: string): (arnPattern: string) => boolean {
  const service = serviceOf(resource);
  const open = resource.search(/[*?]|\$\{/);
  const plain = open < 0 ? resource : resource.slice(0, open);
  return (arnPattern) => {
    const type = arnPatternOf(arnPattern);
    if (areOfTwoServices(service, type.service)) return false;
    const read = readTogether(plain, open < 0, type.tokens);
    if (read === undefined) return false;
    const rest = type.tokens.slice(read.tokens);
    if (open < 0 && read.characters === resource.length && rest.length === 0) return true;
    return isAnything(rest) || overlap(tokensOfResource(resource.slice(read.characters)), rest);
  };
}

interface ParsedArnPattern {
  readonly service: string | undefined;
  readonly tokens: readonly ArnToken[];
}

/** What AWS documents, some thousand at most. */
const arnPatterns = new Map<string, ParsedArnPattern>();

function arnPatternOf(arnPattern: string): ParsedArnPattern {
  const known = arnPatterns.get(arnPattern);
  if (known !== undefined) return known;
  const parsed = { service: serviceOf(arnPattern), tokens: tokensOfArnPattern(arnPattern) };
  if (arnPatterns.size >= mostRemembered) arnPatterns.clear();
  arnPatterns.set(arnPattern, parsed);
  return parsed;
}

/** Whoever calls may have ARNs of elsewhere. */
const mostRemembered = 10_000;

/** The third component of an ARN, where it is written out. */
function serviceOf(arn: string): string | undefined {
  const service = arn.split(":", 3)[2] ?? "";
  return /^[a-z0-9-]+$/.test(service) ? service : undefined;
}

/** What most comparisons come to, told without comparing. */
function areOfTwoServices(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
