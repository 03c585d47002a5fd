import {
  type NameKind,
  type NameValues,
  type NamingConvention,
  patternOf,
  type Placeholder,
} from "./naming-convention";
import { partsOf, type PatternPart } from "./pattern";

/** What a value can look like; anything else is not a reading. */
const shapes: Record<Placeholder, RegExp> = {
  company: /^.+$/su,
  account: /^.+$/su,
  accountId: /^[0-9]{12}$/,
  role: /^[\w+=,.@-]+$/,
  samlProvider: /^[\w.-]+$/,
};

// Entra's display names end at 256 characters; nothing longer was named by us.
const longestName = 256;

export interface ReadingOptions {
  overrides?: Partial<NamingConvention>;
  /** Values that are known already: they leave fewer readings. */
  known?: NameValues;
}

/**
 * The values that a name was made from, or `undefined` when the pattern cannot have made it.
 *
 * `AWS-Prod-EU-Developers` can be read in two ways; the one with the longest first value is returned (account `Prod-EU`).
 * Give `known` where that matters, or ask `readingsOf` for all.
 */
export function matchesPattern(kind: NameKind, name: string, options: ReadingOptions = {}): NameValues | undefined {
  for (const reading of readingsOf(kind, name, options)) return reading;
  return undefined;
}

/** Every way to read a name; the values that made it are always among them. */
export function* readingsOf(kind: NameKind, name: string, options: ReadingOptions = {}): Generator<NameValues> {
  if (name.length > longestName) return;
  yield* readings(partsOf(patternOf(kind, options.overrides)), name, options.known ?? {}, {});
}

function* readings(
  parts: readonly PatternPart[],
  rest: string,
  known: NameValues,
  found: NameValues,
): Generator<NameValues> {
  const [part, ...later] = parts;
  if (part === undefined) {
    if (rest === "") yield found;
    return;
  }
  for (const text of candidates(part, rest, { ...known, ...found })) {
    const next = "literal" in part ? found : { ...found, [part.placeholder]: text };
    yield* readings(later, rest.slice(text.length), known, next);
  }
}

/** The beginnings of the text that a part can stand for, longest first. */
function* candidates(part: PatternPart, rest: string, values: NameValues): Generator<string> {
  const fixed = "literal" in part ? part.literal : values[part.placeholder];
  if (fixed !== undefined) {
    if (rest.startsWith(fixed)) yield fixed;
    return;
  }
  if ("literal" in part) return;
  for (let length = rest.length; length > 0; length--) {
    const text = rest.slice(0, length);
    if (shapes[part.placeholder].test(text)) yield text;
  }
}
