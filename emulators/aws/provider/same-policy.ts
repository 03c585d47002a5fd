import { parsePolicy } from "#core/aws/policy";
import type { Known } from "#emulators/wire/pulumi-provider";

/**
 * Whether two policy documents say the same, in whatever order their statements, keys and values stand.
 *
 * Source: the genuine provider's `SuppressEquivalentPolicyDiffs` (hashicorp/awspolicyequivalence).
 */
export function samePolicy(old: Known, now: Known): boolean {
  if (typeof old !== "string" || typeof now !== "string") return old === now;
  const [a, b] = [canonical(old), canonical(now)];
  return a === undefined || b === undefined ? old === now : a === b;
}

function canonical(text: string): string | undefined {
  const parsed = parsePolicy(text);
  return "malformed" in parsed ? undefined : JSON.stringify(sorted(parsed.document));
}

/** INVARIANT: in a policy document the order of no list has a meaning. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => JSON.stringify(sorted(entry))).sort();
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) => [key, sorted(entry)] as const);
  return entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
