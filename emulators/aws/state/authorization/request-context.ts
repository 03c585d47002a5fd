/**
 * The condition keys of every request.
 *
 * The emulated endpoints speak plain HTTP on loopback; what they stand for is reached by TLS only, and so
 * `aws:SecureTransport` says.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function requestContext(now: Date): [string, readonly string[]][] {
  return [
    ["aws:currenttime", [now.toISOString()]],
    ["aws:epochtime", [String(Math.floor(now.getTime() / 1000))]],
    ["aws:securetransport", ["true"]],
    ["aws:sourceip", ["127.0.0.1"]],
    ["aws:viaawsservice", ["false"]],
  ];
}
