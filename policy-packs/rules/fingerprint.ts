const offset = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;
const separator = "\n";

/**
 * Sixteen hexadecimal digits that tell the parts of a name from all others, the same in every run.
 * @see https://www.rfc-editor.org/rfc/rfc9923 FNV-1a, 64 bits, over UTF-16 code units
 */
export function fingerprint(parts: readonly string[]): string {
  const text = parts.join(separator);
  let hash = offset;
  for (let index = 0; index < text.length; index++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * prime);
  }
  return hash.toString(16).padStart(16, "0");
}
