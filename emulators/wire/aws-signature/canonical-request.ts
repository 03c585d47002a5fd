/** A request as it came over the wire; header names are lower-cased. */
export interface SignedRequest {
  readonly method: string;
  /** The path as it was sent, still percent-encoded. */
  readonly path: string;
  /** The query as it was sent, without the question mark. */
  readonly query: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/**
 * The canonical request that is hashed into the signature.
 *
 * @param encodePathTwice every service but S3 encodes the already encoded path again
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalRequest(
  request: SignedRequest,
  signedHeaders: readonly string[],
  payloadHash: string,
  encodePathTwice: boolean,
): string {
  const headers = signedHeaders.map(
    (name) => `${name}:${(request.headers.get(name) ?? "").trim().replace(/ +/g, " ")}\n`,
  );
  return [
    request.method,
    canonicalPath(request.path, encodePathTwice),
    canonicalQuery(request.query),
    headers.join(""),
    signedHeaders.join(";"),
    payloadHash,
  ].join("\n");
}

function canonicalPath(path: string, encodeTwice: boolean): string {
  if (path === "") return "/";
  return encodeTwice ? path.split("/").map(encode).join("/") : path;
}

function canonicalQuery(query: string): string {
  if (query === "") return "";
  return query
    .split("&")
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [encode(decode(name)), encode(decode(value.join("=")))] as const;
    })
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not percent-encoded UTF-8: whoever signed it cannot have meant anything else than the text itself.
    return text;
  }
}

function encode(text: string): string {
  const reserved = /[!'()*]/g;
  return encodeURIComponent(text).replace(
    reserved,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
