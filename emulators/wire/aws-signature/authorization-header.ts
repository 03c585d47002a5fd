/** What the Authorization header of a Signature Version 4 request says. */
export interface SignatureClaim {
  readonly accessKeyId: string;
  /** Day of the signing key: `YYYYMMDD`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** Lower-cased names, in the order in which they were signed. */
  readonly signedHeaders: readonly string[];
  /** 64 hex digits. */
  readonly signature: string;
}

const shape =
  /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request,\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/;

/**
 * Reads the Authorization header of a signed request.
 *
 * @returns nothing when it is not of this shape
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function parseAuthorization(header: string): SignatureClaim | undefined {
  const [, accessKeyId, date, region, service, signedHeaders, signature] = shape.exec(header.trim()) ?? [];
  if (!accessKeyId || !date || !region || !service || !signedHeaders || !signature) return undefined;
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(";"), signature };
}
