import { createHash } from "node:crypto";

import type { CheckFailure } from "./face";

const suffixLength = 7;

/**
 * The name that a bridged provider invents: the logical name, a dash, and seven hex digits from the engine's seed.
 *
 * Source: pulumi-terraform-bridge `tfbridge/names.go`, `SetAutonaming(maxLength, "-")`.
 */
export function autoName(
  name: { readonly property: string; readonly maxLength: number },
  logicalName: string,
  seed: Uint8Array,
): string | CheckFailure {
  const longest = name.maxLength - suffixLength - 1;
  if (logicalName.length > longest) {
    const reason = `cannot be made from the name ${logicalName}: it is longer than ${longest} characters; set ${name.property}`;
    return { property: name.property, reason: `${name.property} ${reason}` };
  }
  return `${logicalName}-${createHash("sha256").update(seed).digest("hex").slice(0, suffixLength)}`;
}
