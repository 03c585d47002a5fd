import { matchesWildcard, parsePattern } from "#core/aws/authorization";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** The model: a regular expression, in which only `*` and `?` mean something. */
function regularExpression(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.|+()[\]{}/-]/g, "\\$&")
    .replaceAll("*", "[^]*")
    .replaceAll("?", "[^]");
  return new RegExp(`^${source}$`, "u");
}

// Few characters, so that patterns and texts often nearly match.
const text = fc.string({ unit: fc.constantFrom("a", "b", ":", "😀", ".", "\n"), maxLength: 10 });
const pattern = fc.string({ unit: fc.constantFrom("a", "b", ":", "😀", ".", "*", "*", "?"), maxLength: 8 });

describe("matchesWildcard, judged by a regular expression", () => {
  it("agrees on any pattern and text", () => {
    fc.assert(
      fc.property(pattern, text, (pattern, text) => {
        expect(matchesWildcard(parsePattern(pattern), text)).toBe(regularExpression(pattern).test(text));
      }),
      { numRuns: 5000 },
    );
  });

  it("agrees on patterns made from the text, which mostly match", () => {
    // One character for `?` and one star at most a part: the model itself explodes on many stars in a row.
    const made = fc.array(fc.tuple(text, fc.constantFrom("", "*", "?")), { maxLength: 4 }).map((parts) => ({
      text: parts.map(([part]) => part).join(""),
      pattern: parts
        .map(([part, wildcard]) => (wildcard === "?" ? part.replace(/./u, "?") : wildcard === "*" ? "*" : part))
        .join(""),
    }));
    fc.assert(
      fc.property(made, ({ pattern, text }) => {
        expect(matchesWildcard(parsePattern(pattern), text)).toBe(regularExpression(pattern).test(text));
      }),
      { numRuns: 2000 },
    );
  });
});
