import { createHash, createHmac, timingSafeEqual } from "node:crypto";

import type { SignatureClaim } from "./authorization-header";
import { canonicalRequest, type SignedRequest } from "./canonical-request";

/** Why a signature is not accepted. */
export type SignatureRefusal =
  | "date-missing"
  | "scope-date-mismatch"
  | "header-not-signed"
  | "expired"
  | "not-yet-current"
  | "payload-hash-mismatch"
  | "signature-mismatch";

/** The tolerated difference between the signer's clock and the service's. */
const toleranceMinutes = 15;

/**
 * Verifies a Signature Version 4 request.
 *
 * @param secretAccessKey the secret of the access key that the claim names
 * @returns a refusal and the words AWS has for it, or nothing when the signature holds
 */
export function verifySignature(
  request: SignedRequest,
  claim: SignatureClaim,
  secretAccessKey: string,
  now: Date,
): { refusal: SignatureRefusal; message: string } | undefined {
  const date = request.headers.get("x-amz-date") ?? "";
  const signedAt = parseAmzDate(date);
  if (signedAt === undefined) return refused("date-missing", "Date must be in ISO-8601 'basic format'.");
  if (!date.startsWith(claim.date)) {
    return refused(
      "scope-date-mismatch",
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.",
    );
  }
  const unsigned = unsignedHeaders(request, claim.signedHeaders);
  if (unsigned.length > 0) {
    return refused(
      "header-not-signed",
      `There were headers present in the request which were not signed: ${unsigned.join(", ")}`,
    );
  }
  return skewRefusal(date, signedAt, now) ?? mismatch(request, claim, secretAccessKey, date);
}

function mismatch(request: SignedRequest, claim: SignatureClaim, secretAccessKey: string, date: string) {
  const bodyHash = sha256(request.body);
  const sent = request.headers.get("x-amz-content-sha256") ?? bodyHash;
  const unsignedBody = sent === "UNSIGNED-PAYLOAD" && claim.service === "s3";
  if (sent !== bodyHash && !unsignedBody) {
    return refused(
      "payload-hash-mismatch",
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  const canonical = canonicalRequest(request, claim.signedHeaders, sent, claim.service !== "s3");
  const scope = `${claim.date}/${claim.region}/${claim.service}/aws4_request`;
  const expected = hmac(
    signingKey(claim, secretAccessKey),
    `AWS4-HMAC-SHA256\n${date}\n${scope}\n${sha256(canonical)}`,
  );
  if (timingSafeEqual(expected, Buffer.from(claim.signature, "hex"))) return undefined;
  return refused(
    "signature-mismatch",
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
  );
}

function unsignedHeaders(request: SignedRequest, signedHeaders: readonly string[]): string[] {
  const signed = new Set(signedHeaders);
  const mustBeSigned = (name: string): boolean => name === "host" || name.startsWith("x-amz-");
  return ["host", ...request.headers.keys()].filter(
    (name, index, names) => mustBeSigned(name) && !signed.has(name) && names.indexOf(name) === index,
  );
}

function skewRefusal(date: string, signedAt: Date, now: Date) {
  const tolerance = toleranceMinutes * 60_000;
  const earliest = new Date(now.getTime() - tolerance);
  const latest = new Date(now.getTime() + tolerance);
  if (signedAt < earliest) {
    return refused(
      "expired",
      `Signature expired: ${date} is now earlier than ${amzDate(earliest)} (${amzDate(now)} - ${toleranceMinutes} min.)`,
    );
  }
  if (signedAt > latest) {
    return refused(
      "not-yet-current",
      `Signature not yet current: ${date} is still later than ${amzDate(latest)} (${amzDate(now)} + ${toleranceMinutes} min.)`,
    );
  }
  return undefined;
}

function signingKey(claim: SignatureClaim, secretAccessKey: string): Buffer {
  const day = hmac(Buffer.from(`AWS4${secretAccessKey}`, "utf8"), claim.date);
  return hmac(hmac(hmac(day, claim.region), claim.service), "aws4_request");
}

function parseAmzDate(text: string): Date | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function amzDate(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function refused(refusal: SignatureRefusal, message: string) {
  return { refusal, message };
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text, "utf8").digest();
}
