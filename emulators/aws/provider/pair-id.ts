/** Takes apart an id of two names; nothing when it is none. */
export function parsePairId(id: string, separator: ":" | "/"): readonly [string, string] | undefined {
  const at = id.indexOf(separator);
  return at < 1 || at === id.length - 1 ? undefined : [id.slice(0, at), id.slice(at + 1)];
}
