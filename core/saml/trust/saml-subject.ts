import { createHash } from "node:crypto";
import { parseArn, parseIamResource } from "#core/aws";
import type { VerifiedAssertion } from "#core/saml/response";

/** Who signed in, in AWS's terms. */
export interface SamlSubject {
  readonly subject: string;
  readonly subjectType: string;
  readonly nameQualifier: string;
}

const saml2Format = "urn:oasis:names:tc:SAML:2.0:nameid-format:";
const unspecified = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html */
export function samlSubject(assertion: VerifiedAssertion, samlProviderArn: string): SamlSubject {
  const { value, format = unspecified } = assertion.nameId;
  return {
    subject: value,
    subjectType: format.startsWith(saml2Format) ? format.slice(saml2Format.length) : format,
    nameQualifier: createHash("sha1")
      .update(`${assertion.issuer}${samlDoc(samlProviderArn)}`)
      .digest("base64"),
  };
}

/** What AWS calls `saml:doc`: account and friendly name of the provider. */
export function samlDoc(samlProviderArn: string): string {
  const arn = parseArn(samlProviderArn);
  return `${arn?.accountId ?? ""}/${arn === undefined ? "" : (parseIamResource(arn)?.name ?? "")}`;
}
