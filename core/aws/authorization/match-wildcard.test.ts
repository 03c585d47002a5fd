import { describe, expect, it } from "vitest";
import { literal, matchesWildcard, parsePattern } from "./match-wildcard";

describe("matchesWildcard", () => {
  it.each([
    ["", "", true],
    ["", "a", false],
    ["*", "", true],
    ["*", "anything at all", true],
    ["?", "", false],
    ["?", "a", true],
    ["?", "ab", false],
    ["?", "😀", true],
    ["a*c", "ac", true],
    ["a*c", "abbbc", true],
    ["a*c", "abbbcd", false],
    ["*ab*ab", "abab", true],
    ["*ab*ab", "ab", false],
    ["a?c", "abc", true],
    ["a?c", "ac", false],
    ["A", "a", false],
    ["[a-z]+", "[a-z]+", true],
    ["[a-z]+", "abc", false],
  ])("%j against %j is %s", (pattern, text, expected) => {
    expect(matchesWildcard(parsePattern(pattern), text)).toBe(expected);
  });

  it("takes a literal star for a star", () => {
    expect(matchesWildcard(literal("a*"), "a*")).toBe(true);
    expect(matchesWildcard(literal("a*"), "ab")).toBe(false);
  });

  it("answers a pattern of many stars at once", () => {
    expect(matchesWildcard(parsePattern("*a".repeat(60) + "b"), "a".repeat(4000))).toBe(false);
  });
});
