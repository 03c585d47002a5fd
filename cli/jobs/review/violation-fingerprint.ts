import { createHash } from "node:crypto";

/** The same for the same policy, resource and place in every run: 16 hexadecimal digits. */
export function violationFingerprint(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
