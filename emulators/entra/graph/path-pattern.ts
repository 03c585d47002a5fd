/** Reads the placeholders out of a path, or nothing when it is another one. */
export type PathPattern = (path: string) => Record<string, string> | undefined;

/** Compiles `/groups/{id}/members` or `/users(appId='{appId}')`. Names are compared without letter case, as by OData. */
export function pathPattern(shape: string): PathPattern {
  const source = shape
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : `(?<${part}>[^/()]+)`))
    .join("");
  const pattern = new RegExp(`^${source}/?$`, "i");
  return (path) => {
    const found = pattern.exec(path);
    if (found === null) return undefined;
    return Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, value]) => [name, decoded(value)]));
  };
}

/** Texts in keys have their quotes doubled. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value).replaceAll("''", "'");
  } catch {
    return value;
  }
}
