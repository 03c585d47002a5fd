/** The path of a part of a property as people write it: `conditions.users[0].id`. */
export function propertyPath(parts: readonly PropertyKey[]): string {
  return parts
    .map(String)
    .map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : `${index === 0 ? "" : "."}${part}`))
    .join("");
}
