import { iamLimits, isSessionName } from "#core/aws";
import { awsClaims } from "#core/entra";
import type { VerifiedAssertion } from "#core/saml/response";

/** The values of an attribute, by its whole name. */
export function samlAttributes({ attributes }: VerifiedAssertion, name: string): readonly string[] {
  return attributes.get(name) ?? [];
}

/** What names the session's tags. Source: AWS IAM user guide, “Pass session tags in AWS STS”. */
export function sessionTags(assertion: VerifiedAssertion): { readonly key: string; readonly value: string }[] {
  return tagAttributes(assertion).flatMap(([key, [value]]) => (value === undefined ? [] : [{ key, value }]));
}

export function sourceIdentity(assertion: VerifiedAssertion): string | undefined {
  return samlAttributes(assertion, awsClaims.sourceIdentity)[0];
}

/**
 * What is wrong with the tags and the source identity, if anything: several values where AWS takes one, a key twice, or
 * more than fits. That AWS refuses them is documented, and in which words is not.
 *
 * Source: AWS IAM user guide, “Pass session tags in AWS STS”, “Configure SAML assertions for the authentication response”.
 */
export function sessionClaimsFault(assertion: VerifiedAssertion): string | undefined {
  const identities = samlAttributes(assertion, awsClaims.sourceIdentity);
  if (identities.length > 1) return "more than one SourceIdentity";
  if (identities.some((identity) => !isSessionName(identity))) return "a SourceIdentity of other characters or length";
  const tags = tagAttributes(assertion);
  if (tags.length > iamLimits.tags) return `more than ${iamLimits.tags} PrincipalTags`;
  if (tags.some(([, values]) => values.length > 1)) return "a PrincipalTag with more than one value";
  if (new Set(tags.map(([key]) => key.toLowerCase())).size < tags.length) return "a PrincipalTag twice";
  const { tagKey, tagValue } = iamLimits;
  const isTooLong = tags.some(([key, [value = ""]]) => key.length > tagKey || value.length > tagValue);
  return isTooLong
    ? `a PrincipalTag of more than ${tagKey} characters, or its value of more than ${tagValue}`
    : undefined;
}

function tagAttributes({ attributes }: VerifiedAssertion): [key: string, values: readonly string[]][] {
  const prefix = awsClaims.principalTag;
  return [...attributes].flatMap(([name, values]): [string, readonly string[]][] =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), values]] : [],
  );
}
