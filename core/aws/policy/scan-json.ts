export interface JsonFault {
  message: string;
  /** Counted from 0. */
  position: number;
}

/** What a scan tells besides the first fault. */
export interface JsonListener {
  /** A value begins: its path, as `Statement[0].Action`, and its first character. */
  onValue?(path: string, position: number): void;
  /** An object has a key again. Without a listener that is a fault, and the scan ends. */
  onDuplicateKey?(fault: JsonFault): void;
}

const space = /[ \t\n\r]*/y;
// All from the space on, but for the quote and the backslash.
const plainText = /[ !#-[\]-\uffff]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
// A policy nests seven deep; whoever nests hundreds wants our stack.
const deepest = 64;

/**
 * The first place where a text is not JSON, or where an object has a key twice; `undefined` where all is well.
 *
 * `JSON.parse` says no position in some Node.js versions, and of two equal keys silently keeps the last: a policy's
 * second `Condition` would replace the first.
 */
export function scanJson(json: string, listener: JsonListener = {}): JsonFault | undefined {
  const reader = readerOf(json);
  const { take, takes, fault } = reader;

  const object = (path: string, depth: number): JsonFault | undefined => {
    if (takes("}")) return undefined;
    const keys = new Set<string>();
    do {
      take(space);
      const start = reader.at();
      const key = reader.text();
      if (key === undefined) return fault("a key in quotes");
      const name = JSON.parse(key) as string;
      const again = { message: `the key ${key} stands here a second time`, position: start };
      if (keys.has(name)) {
        if (listener.onDuplicateKey === undefined) return again;
        listener.onDuplicateKey(again);
      }
      keys.add(name);
      if (!takes(":")) return fault("a colon");
      const inner = value(path === "" ? name : `${path}.${name}`, depth);
      if (inner !== undefined) return inner;
    } while (takes(","));
    return takes("}") ? undefined : fault("a comma or }");
  };
  const list = (path: string, depth: number): JsonFault | undefined => {
    if (takes("]")) return undefined;
    let index = 0;
    do {
      const inner = value(`${path}[${index++}]`, depth);
      if (inner !== undefined) return inner;
    } while (takes(","));
    return takes("]") ? undefined : fault("a comma or ]");
  };
  const value = (path: string, depth: number): JsonFault | undefined => {
    const tooDeep = `nothing nested deeper than ${deepest} should be here`;
    if (depth > deepest) return { message: tooDeep, position: reader.at() };
    take(space);
    listener.onValue?.(path, reader.at());
    if (takes("{")) return object(path, depth + 1);
    if (takes("[")) return list(path, depth + 1);
    return (reader.text() ?? take(scalar)) ? undefined : fault("a value");
  };

  const found = value("", 0);
  if (found !== undefined) return found;
  take(space);
  return reader.at() < json.length ? { message: "nothing should be after the end", position: reader.at() } : undefined;
}

interface JsonReader {
  readonly at: () => number;
  readonly take: (pattern: RegExp) => string | undefined;
  readonly takes: (character: string) => boolean;
  readonly text: () => string | undefined;
  readonly fault: (expected: string) => JsonFault;
}

/** A place in the text that moves on with what is taken. */
function readerOf(json: string): JsonReader {
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(json)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  return {
    at: () => at,
    take,
    takes(character) {
      take(space);
      if (json[at] !== character) return false;
      at += 1;
      return true;
    },
    text() {
      take(space);
      const start = at;
      if (json[at] !== '"') return undefined;
      at += 1;
      // Piece by piece: one expression for the whole runs out of stack in a text of megabytes.
      do take(plainText);
      while (take(escape) !== undefined);
      if (json[at] === '"') return json.slice(start, ++at);
      at = start;
      return undefined;
    },
    fault: (expected) => ({
      message: at >= json.length ? `the text ends where ${expected} should be` : `${expected} should be here`,
      position: at,
    }),
  };
}
