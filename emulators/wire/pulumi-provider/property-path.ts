/** A place inside a property bag: names of properties and indices of lists. */
export type PropertyPath = readonly (string | number)[];

const plainName = /^[A-Za-z_$][\w$]*$/;

/** Writes a path as the engine reads it: `tags["a.b"]`, `members[0]`, `conditions.users`. */
export function formatPath(path: PropertyPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    if (!plainName.test(step)) return `${text}[${JSON.stringify(step)}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/** Reads what {@link formatPath} writes, and the `*` of `ignoreChanges`. */
export function parsePath(text: string): PropertyPath {
  const steps = text.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\[(\*)\]|([^.[\]]+)/g);
  return [...steps].map(([, index, quoted, star, name]) => {
    if (index !== undefined) return Number(index);
    return quoted?.replace(/\\(.)/g, "$1") ?? star ?? name ?? "";
  });
}

/** Whether `path` is at or below `root`; `*` in the root stands for any one step. */
export function isWithin(path: PropertyPath, root: PropertyPath): boolean {
  return root.length <= path.length && root.every((step, index) => step === "*" || step === path[index]);
}

/** The dotted form without indices, by which tables name a property. */
export function tableName(path: PropertyPath): string {
  return path.filter((step) => typeof step === "string").join(".");
}

/** Whether a table's entry speaks about a property: the same, one inside, or one around it. */
export function concerns(entry: string, property: string): boolean {
  return entry === property || property.startsWith(`${entry}.`) || entry.startsWith(`${property}.`);
}
