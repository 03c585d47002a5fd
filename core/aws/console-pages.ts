import { parseArn, parseIamResource } from "./arn";
import { partitions } from "./partition";

/** What follows the partition's console, by type of the resource: IAM's pages name roles and users, and policies and providers by ARN. */
const pages = {
  policy: ({ arn }) => `policies/details/${arn}`,
  role: ({ name }) => `roles/details/${name}`,
  "saml-provider": ({ arn }) => `identity_providers/details/SAML/${arn}`,
  user: ({ name }) => `users/details/${name}`,
} as const satisfies Record<string, (resource: { name: string; arn: string }) => string>;

/**
 * The page of an IAM role, user, policy or SAML provider in its partition's console; `undefined` for anything else.
 * Who opens it has to be signed in to that account.
 * Source: the console's own addresses; AWS documents none.
 */
export function consolePage(arn: string): string | undefined {
  const parsed = parseArn(arn);
  const resource = parsed && parseIamResource(parsed);
  if (parsed === undefined || resource === undefined || !isKnown(resource.type)) return undefined;
  const page = pages[resource.type]({ name: encodeURIComponent(resource.name), arn: encodeURIComponent(arn) });
  return `${partitions[parsed.partition].consoleHome}iam/home#/${page}`;
}

function isKnown(type: string): type is keyof typeof pages {
  return Object.hasOwn(pages, type);
}
