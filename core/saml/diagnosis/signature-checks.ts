import { createHash } from "node:crypto";
import { withoutControls } from "#core/problems";
import { type Certificate, parseCertificate } from "#core/saml/certificates";
import type { Metadata } from "#core/saml/metadata";
import { type Refusal, type RefusalCode, verifyResponse } from "#core/saml/response";
import { type Check, ok, refused, sources, type Subject, unknown, warned } from "./check";
import { told } from "./instants";

/** What a signature is judged by. */
export interface Evidence {
  readonly xml: string;
  /** By the provider's certificates; by the response's own where there are none. */
  readonly refusal: Refusal | undefined;
  /** The provider's, where it is known. */
  readonly metadata: Metadata | undefined;
  /** Certificates that the response brings along. */
  readonly embedded: readonly Certificate[];
}

const signatureCodes: ReadonlySet<RefusalCode> = new Set([
  "unsigned",
  "signature-malformed",
  "algorithm",
  "reference",
  "signature-invalid",
]);

/** Whether a refusal says: nobody whom the provider knows has signed this. */
export function isAboutSignature({ code }: Refusal): boolean {
  return signatureCodes.has(code);
}

/** What would tell. */
export const providerNotLookedUp = "sign in to the account that has it, or give its metadata with --metadata";

/** Whether the response arrived as it was signed. */
export function signatureCheck({ xml, refusal, metadata, embedded }: Evidence): Check {
  const subject: Subject = {
    name: "signature",
    given: refusal === undefined ? "intact" : withoutControls(refusal.message),
    expected: "an assertion that arrived as it was signed",
    source: sources.troubleshooting,
  };
  if (refusal === undefined) {
    return metadata === undefined
      ? unknown({ ...subject, given: "intact by its own certificate" }, providerNotLookedUp)
      : ok(subject);
  }
  if (!isAboutSignature(refusal)) return unknown(subject, "the document comes first");
  if (refusal.code !== "signature-invalid") {
    return refused(subject, "signatureInvalid", "the application has to sign its assertions, with RSA-SHA256");
  }
  if (metadata === undefined && embedded.length === 0) return unknown(subject, providerNotLookedUp);
  if (isIntact(xml, embedded)) {
    // Then it is the certificate that is wrong, and that check says so.
    return refused(
      { ...subject, given: "intact, by a certificate that the provider does not know" },
      "signatureInvalid",
      "see the certificate",
    );
  }
  return refused(
    { ...subject, given: "broken" },
    "signatureInvalid",
    "the response was changed or cut on its way, or signed by another: copy it again, whole",
  );
}

function isIntact(xml: string, embedded: readonly Certificate[]): boolean {
  return (
    "assertion" in
    verifyResponse(
      xml,
      embedded.map(({ base64 }) => base64),
    )
  );
}

/** Whether the provider knows the certificate that signed. */
export function certificateCheck({ xml, refusal, metadata, embedded }: Evidence, now: Date): Check {
  const known = (metadata?.certificates ?? []).flatMap((text) => parseCertificate(text) ?? []);
  // KeyInfo is only a hint: which one really signed is found by trying.
  const signer = [...known, ...embedded].find((one) => "assertion" in verifyResponse(xml, [one.base64]));
  const shownOne = signer ?? embedded[0];
  const subject: Subject = {
    name: "certificate",
    given: shownOne === undefined ? "none can be told" : described(shownOne, now),
    expected:
      known.length === 0 ? "one of the provider's metadata" : known.map((one) => described(one, now)).join(" or "),
    source: sources.provider,
  };
  if (metadata === undefined) return unknown(subject, providerNotLookedUp);
  if (shownOne === undefined) return unknown(subject, "the response names no certificate");
  if (!known.some(({ base64 }) => base64 === shownOne.base64)) {
    return refused(
      subject,
      "signatureInvalid",
      "the application signs with a certificate that AWS was not told of: upload its metadata to the provider (with a stack: pulumi refresh, then pulumi up)",
    );
  }
  if (refusal === undefined && shownOne.notAfter <= now) {
    return warned(subject, "it is past its date: make a new one and upload the metadata before it is made active");
  }
  return ok(subject);
}

/** By the thumbprint that Entra's own pages show. */
function described(certificate: Certificate, now: Date): string {
  const thumbprint = createHash("sha1").update(Buffer.from(certificate.base64, "base64")).digest("hex").toUpperCase();
  return `thumbprint ${thumbprint}, until ${told(certificate.notAfter, now)}`;
}
