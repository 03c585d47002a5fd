export interface JsonFault {
  message: string;
  /** Counted from 0. */
  position: number;
}

const space = /[ \t\n\r]*/y;
// All from the space on, but for the quote and the backslash.
const text = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
// A policy nests seven deep; whoever nests hundreds wants our stack.
const deepest = 64;

/**
 * The first place where a text is not JSON, or where an object has a key twice; `undefined` where all is well.
 *
 * `JSON.parse` says no position in some Node.js versions, and of two equal keys silently keeps the last: a policy's
 * second `Condition` would replace the first.
 */
export function findJsonFault(json: string): JsonFault | undefined {
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(json)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const takes = (character: string): boolean => {
    take(space);
    if (json[at] !== character) return false;
    at += 1;
    return true;
  };
  const fault = (expected: string): JsonFault => ({
    message: at >= json.length ? `the text ends where ${expected} should be` : `${expected} should be here`,
    position: at,
  });

  const object = (depth: number): JsonFault | undefined => {
    if (takes("}")) return undefined;
    const keys = new Set<string>();
    do {
      take(space);
      const start = at;
      const key = take(text);
      if (key === undefined) return fault("a key in quotes");
      const name = JSON.parse(key) as string;
      if (keys.has(name)) return { message: `the key ${key} stands here a second time`, position: start };
      keys.add(name);
      if (!takes(":")) return fault("a colon");
      const inner = value(depth);
      if (inner !== undefined) return inner;
    } while (takes(","));
    return takes("}") ? undefined : fault("a comma or }");
  };
  const list = (depth: number): JsonFault | undefined => {
    if (takes("]")) return undefined;
    do {
      const inner = value(depth);
      if (inner !== undefined) return inner;
    } while (takes(","));
    return takes("]") ? undefined : fault("a comma or ]");
  };
  const value = (depth: number): JsonFault | undefined => {
    if (depth > deepest) return { message: `nothing nested deeper than ${deepest} should be here`, position: at };
    if (takes("{")) return object(depth + 1);
    if (takes("[")) return list(depth + 1);
    return (take(text) ?? take(scalar)) ? undefined : fault("a value");
  };

  const found = value(0);
  if (found !== undefined) return found;
  take(space);
  return at < json.length ? { message: "nothing should be after the end", position: at } : undefined;
}
