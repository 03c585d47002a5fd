import type { VerifiedAssertion } from "#core/saml/response";

const prefix = "https://aws.amazon.com/SAML/Attributes/";
const tagPrefix = `${prefix}PrincipalTag:`;

/** The values of an attribute, by its whole name. */
export function samlAttributes({ attributes }: VerifiedAssertion, name: string): readonly string[] {
  return attributes.get(name) ?? [];
}

/** What names the session's tags. Source: AWS IAM user guide, “Pass session tags in AWS STS”. */
export function sessionTags({ attributes }: VerifiedAssertion): { readonly key: string; readonly value: string }[] {
  return [...attributes].flatMap(([name, [value]]) =>
    name.startsWith(tagPrefix) && value !== undefined ? [{ key: name.slice(tagPrefix.length), value }] : [],
  );
}

export function sourceIdentity(assertion: VerifiedAssertion): string | undefined {
  return samlAttributes(assertion, `${prefix}SourceIdentity`)[0];
}
