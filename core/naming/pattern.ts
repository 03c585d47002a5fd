import { type Placeholder, placeholders } from "./naming-convention";

/** A pattern taken apart: literal text and placeholders in their order. */
export type PatternPart = { literal: string } | { placeholder: Placeholder };

export type ParsedPattern =
  | { parts: PatternPart[] }
  | { fault: "stray-brace"; position: number }
  | { fault: "unknown-placeholder"; name: string };

const tokens = /\{([^{}]*)\}|[^{}]+|[{}]/g;

/** Takes a pattern apart, or says the first thing that is wrong with it. */
export function parsePattern(pattern: string): ParsedPattern {
  const parts: PatternPart[] = [];
  for (const token of pattern.matchAll(tokens)) {
    const [text, name] = token;
    if (text === "{" || text === "}") return { fault: "stray-brace", position: token.index };
    if (name === undefined) parts.push({ literal: text });
    else if (isPlaceholder(name)) parts.push({ placeholder: name });
    else return { fault: "unknown-placeholder", name };
  }
  return { parts };
}

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

/** The parts of a pattern that is known to be good. */
export function partsOf(pattern: string): PatternPart[] {
  const parsed = parsePattern(pattern);
  if ("parts" in parsed) return parsed.parts;
  throw new RangeError(`the naming pattern ${JSON.stringify(pattern)} is not valid (${parsed.fault})`);
}
