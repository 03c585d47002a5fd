import { getSamlProviderOutput } from "@pulumi/aws/iam/getSamlProvider";
import { error, shown } from "#core/problems";
import { parseCertificate } from "#core/saml/certificates";
import { parseMetadata } from "#core/saml/metadata";
import * as pulumi from "@pulumi/pulumi";
import { heldByStackProblems, holderOf } from "../held-by-stack";
import type { Problem } from "../../core/problems";

/** What an existing provider has to know: whoever signs the responses. */
export interface ExpectedIssuer {
  /** Issuer of the responses. */
  issuer: string;
  /** Certificates that sign them, base64 of DER or PEM; none where nobody knows them. */
  certificates: readonly string[];
}

/** A SAML provider that is there already, as it was found. */
export interface FoundSamlProvider {
  arn: string;
  /** Its metadata. */
  document: string;
  /** URN by which the stack itself holds it. */
  holder?: string;
}

/** Reads a SAML provider; AWS's error where there is none. */
export function lookUpSamlProvider(arn: string, options: pulumi.InvokeOptions): pulumi.Output<FoundSamlProvider> {
  return pulumi
    .all([getSamlProviderOutput({ arn }, options), holderOf("samlProvider", arn)])
    .apply(([{ samlMetadataDocument }, holder]) => ({ arn, document: samlMetadataDocument, holder }));
}

/** What keeps a provider from accepting the application's responses; its document is not changed here. */
export function existingSamlProviderProblems(
  found: FoundSamlProvider,
  expected: ExpectedIssuer,
  property = "existingSamlProviderArn",
): Problem[] {
  return [
    ...heldByStackProblems(found.holder, found.arn, property),
    ...documentProblems(found.document, expected, property),
  ];
}

function documentProblems(document: string, { issuer, certificates }: ExpectedIssuer, property: string): Problem[] {
  const parsed = parseMetadata(document);
  if ("problems" in parsed) {
    const expected = "metadata that can be read";
    return [error({ code: "existing-saml-provider-unreadable", property, given: "a document that cannot", expected })];
  }
  const { entityId, certificates: known } = parsed.metadata;
  const remedy = "give the provider the metadata of this application: aws iam update-saml-provider";
  if (entityId !== issuer) {
    const given = `a provider that trusts ${shown(entityId)}`;
    return [
      error({ code: "existing-saml-provider-issuer", property, given, expected: `the issuer ${issuer}`, remedy }),
    ];
  }
  return certificates.flatMap((text) => {
    const certificate = parseCertificate(text);
    if (certificate === undefined || known.includes(certificate.base64)) return [];
    const given = `a provider without the certificate ${certificate.thumbprint}`;
    const expected = "one that knows each certificate of the application";
    return [error({ code: "existing-saml-provider-certificate", property, given, expected, remedy })];
  });
}
