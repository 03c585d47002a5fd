/** One thing that a new part of the house needs: a file of its own, or a line in a list that is written by hand. */
export type Change =
  | { readonly file: string; readonly create: string }
  /** @throws when the list is not as it is expected to be */
  | { readonly file: string; readonly edit: (text: string) => string };

/** Puts a line where it belongs among sorted ones: before the first of them that comes after it. */
export function withSortedLine(text: string, isOne: (line: string) => boolean, line: string): string {
  const lines = text.split("\n");
  const ones = lines.filter(isOne);
  if (ones.length === 0) throw new Error(`There is no list for ${JSON.stringify(line.trim())}.`);
  const next = ones.find((one) => one > line);
  const at = next === undefined ? lines.lastIndexOf(ones.at(-1) ?? "") + 1 : lines.indexOf(next);
  return lines.toSpliced(at, 0, line).join("\n");
}

/** Puts an import or a re-export among those that are sorted by path. One may take several lines: its last has the path. */
export function withSortedPath(text: string, line: string): string {
  const pathOf = (other: string): string | undefined => / from "(\.\/[^"]+)";$/.exec(other)?.[1];
  const lines = text.split("\n");
  const paths = lines.map(pathOf);
  const path = pathOf(line) ?? "";
  const before = paths.findLastIndex((other) => other !== undefined && other < path);
  return lines.toSpliced(before + 1, 0, line).join("\n");
}

/** Replaces one text, which must be there. */
export function withReplaced(text: string, from: string | RegExp, to: string): string {
  const replaced = text.replace(from, () => to);
  if (replaced === text) throw new Error(`${String(from)} is not there any more.`);
  return replaced;
}

/** `read-only-role` → `ReadOnlyRole`. */
export function pascal(kebab: string): string {
  return kebab
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** `read-only-role` → `readOnlyRole`. */
export function camel(kebab: string): string {
  const name = pascal(kebab);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** `ListRoleTags` → `list-role-tags`. */
export function kebab(pascalName: string): string {
  return pascalName.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
}
