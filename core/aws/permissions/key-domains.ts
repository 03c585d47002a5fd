/** What may be the value of a condition key in a request: `undefined` where the key is not in it. */
export type KeyValue = string | undefined;

const hour = 3_600_000;

/** The longest that a session's token can live, so a token in use was issued since. */
const longestSession = 36 * hour;

/**
 * Keys with few values that matter, by name in lower case: whatever a principal does, its requests have one of these.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const domains: ReadonlyMap<string, (now: number) => readonly KeyValue[]> = new Map([
  ["aws:currenttime", (now: number) => [iso(now)]],
  ["aws:epochtime", (now: number) => [String(Math.floor(now / 1000))]],
  ["aws:tokenissuetime", (now: number) => [iso(now - longestSession), iso(now), undefined]],
  ["aws:securetransport", () => ["true"]],
  ["aws:viaawsservice", () => ["false", "true"]],
  ["aws:principalisawsservice", () => ["false"]],
  ["aws:multifactorauthpresent", () => ["true", "false", undefined]],
  ["aws:principaltype", () => ["Account", "User", "FederatedUser", "AssumedRole", "Anonymous"]],
]);

/** Keys that each signed request has. */
const alwaysPresent: ReadonlySet<string> = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principaltype",
  "aws:userid",
  "aws:currenttime",
  "aws:epochtime",
  "aws:securetransport",
  "aws:viaawsservice",
  "aws:principalisawsservice",
  "aws:requestedregion",
]);

/** What a caller can have as they like: a condition that such a value fulfils holds nobody back. */
const callersChoice: ReadonlyMap<string, readonly string[]> = new Map([
  ["aws:viaawsservice", ["false"]],
  ["aws:sourceip", ["0.0.0.0", "127.255.255.255", "128.0.0.0", "198.51.100.7", "255.255.255.255"]],
  ["aws:useragent", ["any"]],
]);

export function domainOf(key: string, now: number): readonly KeyValue[] | undefined {
  return domains.get(key)?.(now);
}

export function isAlwaysPresent(key: string): boolean {
  return alwaysPresent.has(key);
}

export function choiceOf(key: string): readonly string[] | undefined {
  return callersChoice.get(key);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
