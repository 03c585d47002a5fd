import { shown, withoutControls } from "#core/problems";
import { type Metadata, parseMetadata } from "#core/saml/metadata";
import {
  readClaimedAssertion,
  type Refusal,
  type RefusalCode,
  type VerifiedAssertion,
  verifyResponse,
} from "#core/saml/response";
import { awsError, type Check, ok, refused, sources, type Subject, unknown } from "./check";
import { embeddedCertificates } from "./embedded-certificates";
import type { FederationSettings, KnownProvider } from "./federation-settings";
import { certificateCheck, isAboutSignature, providerNotLookedUp, signatureCheck } from "./signature-checks";

/** What AWS makes of the response by one provider, in AWS's order, and what the response says. */
export interface ByProvider {
  readonly checks: readonly Check[];
  /** Verified, or else as claimed: only to be explained. */
  readonly assertion: VerifiedAssertion | undefined;
}

/**
 * The provider, document, signature, certificate and issuer, by the provider that is asked for.
 *
 * Verifying takes its time, and anybody's response may name hundreds of providers: it is done once for those of one
 * metadata, and once for all that nobody knows.
 */
export function checksByProvider(
  xml: string,
  settings: FederationSettings,
  now: Date,
): (providerArn: string | undefined) => ByProvider {
  const verified = new Map<string | undefined, ByMetadata>();
  return (providerArn) => {
    const known = providerArn === undefined ? undefined : settings.providers.get(providerArn);
    const text = known === undefined ? settings.metadata : known === "absent" ? undefined : known.metadata;
    const by = verified.get(text) ?? checkByMetadata(xml, parsedMetadata(text), settings, now);
    verified.set(text, by);
    return {
      assertion: by.assertion,
      checks: [providerCheck(providerArn, known, by.metadata !== undefined), ...by.checks],
    };
  };
}

interface ByMetadata extends ByProvider {
  readonly metadata: Metadata | undefined;
}

function checkByMetadata(
  xml: string,
  metadata: Metadata | undefined,
  settings: FederationSettings,
  now: Date,
): ByMetadata {
  const embedded = embeddedCertificates(xml);
  // Without the provider's certificates the response's own show at least whether it arrived as it was signed.
  const verified = verifyResponse(xml, metadata?.certificates ?? embedded.map(({ base64 }) => base64));
  const refusal = "refusal" in verified ? verified.refusal : undefined;
  const assertion = "assertion" in verified ? verified.assertion : readClaimedAssertion(xml)?.unverified;
  const evidence = { xml, refusal, metadata, embedded };
  return {
    assertion,
    metadata,
    checks: [
      documentCheck(refusal),
      certificateCheck(evidence, now),
      signatureCheck(evidence),
      issuerCheck(assertion, metadata, settings),
    ],
  };
}

function parsedMetadata(xml: string | undefined): Metadata | undefined {
  const parsed = xml === undefined ? undefined : parseMetadata(xml);
  return parsed !== undefined && "metadata" in parsed ? parsed.metadata : undefined;
}

function providerCheck(arn: string | undefined, known: KnownProvider | undefined, hasMetadata: boolean): Check {
  const subject: Subject = {
    name: "provider",
    given: arn === undefined ? "no role of the response names one" : shown(arn),
    expected: "a SAML provider of the account",
    source: sources.troubleshooting,
  };
  if (known === "absent") {
    return refused(subject, "noSuchProvider", "create it, or correct the app role's value, which names it");
  }
  if (known !== undefined && hasMetadata) return ok(subject);
  return known === undefined
    ? unknown(subject, providerNotLookedUp)
    : unknown(subject, "its metadata cannot be read: upload the tenant's again");
}

function documentCheck(refusal: Refusal | undefined): Check {
  const fits = refusal === undefined || isAboutSignature(refusal);
  const subject: Subject = {
    name: "document",
    given: fits ? "a SAML 2.0 response with one assertion" : clip(refusal.message),
    expected: "a SAML 2.0 response that says Success, with one assertion that is not encrypted",
    source: sources.saml,
  };
  if (fits) return ok(subject);
  const check = refused(subject, "malformedResponse", documentRemedies[refusal.code] ?? anew, clip(refusal.message));
  return refusal.code === "too-large" ? { ...check, awsError: tooLarge } : check;
}

const anew = "sign in again, and copy the whole response";

const documentRemedies: Readonly<Partial<Record<RefusalCode, string>>> = {
  "not-successful": "Entra refused the sign-in: look into its sign-in logs",
  encrypted: "turn token encryption off for the enterprise application: AWS has no key of it",
  ambiguous: "what sits between Entra and AWS changes the response; AWS may take it for an attack",
  "too-large": "fewer roles and attributes for this person: each value of Role counts",
};

const tooLarge = {
  ...awsError("malformedResponse"),
  code: "ValidationError",
  message:
    "1 validation error detected: Value at 'sAMLAssertion' failed to satisfy constraint: Member must have length less than or equal to 100000",
};

function issuerCheck(
  assertion: VerifiedAssertion | undefined,
  metadata: Metadata | undefined,
  { stack }: FederationSettings,
): Check {
  const expected = metadata?.entityId ?? stack?.issuer;
  const subject: Subject = {
    name: "issuer",
    given: assertion === undefined ? "nothing that can be read" : shown(assertion.issuer),
    expected: expected === undefined ? "the entity id of the provider's metadata" : shown(expected),
    source: sources.troubleshooting,
  };
  if (assertion === undefined) return unknown(subject, "the document comes first");
  if (metadata === undefined) return unknown(subject, providerNotLookedUp);
  if (assertion.issuer === metadata.entityId) return ok(subject);
  const remedy =
    "the provider has the metadata of another tenant, letter by letter: upload the one of the response's tenant";
  return refused(subject, "issuerNotPresent", remedy);
}

function clip(text: string): string {
  return withoutControls(text).slice(0, 160);
}
