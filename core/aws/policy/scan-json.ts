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

const codes = { quote: 0x22, backslash: 0x5c, space: 0x20, tab: 0x09, newline: 0x0a, carriageReturn: 0x0d } as const;
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
  const { skipSpace, takes, fault } = reader;
  const tellsPaths = listener.onValue !== undefined;

  const object = (path: string, depth: number): JsonFault | undefined => {
    if (takes("}")) return undefined;
    const keys = new Set<string>();
    do {
      skipSpace();
      const start = reader.at();
      const key = reader.text();
      if (key === undefined) return fault("a key in quotes");
      const name = key.includes("\\") ? (JSON.parse(key) as string) : key.slice(1, -1);
      if (keys.has(name)) {
        const again = { message: `the key ${key} stands here a second time`, position: start };
        if (listener.onDuplicateKey === undefined) return again;
        listener.onDuplicateKey(again);
      }
      keys.add(name);
      if (!takes(":")) return fault("a colon");
      const inner = value(tellsPaths && path !== "" ? `${path}.${name}` : name, depth);
      if (inner !== undefined) return inner;
    } while (takes(","));
    return takes("}") ? undefined : fault("a comma or }");
  };
  const list = (path: string, depth: number): JsonFault | undefined => {
    if (takes("]")) return undefined;
    let index = 0;
    do {
      const inner = value(tellsPaths ? `${path}[${index++}]` : "", depth);
      if (inner !== undefined) return inner;
    } while (takes(","));
    return takes("]") ? undefined : fault("a comma or ]");
  };
  const value = (path: string, depth: number): JsonFault | undefined => {
    if (depth > deepest) {
      return { message: `nothing nested deeper than ${deepest} should be here`, position: reader.at() };
    }
    skipSpace();
    listener.onValue?.(path, reader.at());
    if (takes("{")) return object(path, depth + 1);
    if (takes("[")) return list(path, depth + 1);
    return reader.text() !== undefined || reader.takesScalar() ? undefined : fault("a value");
  };

  const found = value("", 0);
  if (found !== undefined) return found;
  skipSpace();
  return reader.at() < json.length ? { message: "nothing should be after the end", position: reader.at() } : undefined;
}

interface JsonReader {
  readonly at: () => number;
  readonly skipSpace: () => void;
  readonly takes: (character: string) => boolean;
  readonly takesScalar: () => boolean;
  /** A text with its quotes. */
  readonly text: () => string | undefined;
  readonly fault: (expected: string) => JsonFault;
}

/** A place in the text that moves on with what is taken; by character codes, since policies are read by the hundred. */
function readerOf(json: string): JsonReader {
  let at = 0;
  const skipSpace = (): void => {
    while (isSpace(json.charCodeAt(at))) at += 1;
  };
  return {
    at: () => at,
    skipSpace,
    takes(character) {
      skipSpace();
      if (json.charCodeAt(at) !== character.charCodeAt(0)) return false;
      at += 1;
      return true;
    },
    takesScalar() {
      const length = lengthOf(scalar, json, at);
      at += length;
      return length > 0;
    },
    text() {
      skipSpace();
      const end = endOfText(json, at);
      if (end === undefined) return undefined;
      const found = json.slice(at, end);
      at = end;
      return found;
    },
    fault: (expected) => ({
      message: at >= json.length ? `the text ends where ${expected} should be` : `${expected} should be here`,
      position: at,
    }),
  };
}

function isSpace(code: number): boolean {
  return code === codes.space || code === codes.newline || code === codes.tab || code === codes.carriageReturn;
}

/** Where the text in quotes that begins at `start` is over; nothing where it never ends, or holds what it must not. */
function endOfText(json: string, start: number): number | undefined {
  if (json.charCodeAt(start) !== codes.quote) return undefined;
  for (let at = start + 1; at < json.length;) {
    const code = json.charCodeAt(at);
    if (code === codes.quote) return at + 1;
    // Control characters are below the space.
    const length = code === codes.backslash ? lengthOf(escape, json, at) : code < codes.space ? 0 : 1;
    if (length === 0) return undefined;
    at += length;
  }
  return undefined;
}

function lengthOf(pattern: RegExp, json: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(json)?.[0].length ?? 0;
}
