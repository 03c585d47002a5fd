import { describe, expect, it } from "vitest";
import { nearestNames, shown } from "#core/problems";

describe("shown", () => {
  it.each([
    [undefined, "nothing"],
    ['a"b', '"a\\"b"'],
    [3600, "3600"],
    [["a", "b"], '["a","b"]'],
    [null, "null"],
    [() => 1, "a function"],
  ])("shows %j as %s", (value, text) => {
    expect(shown(value)).toBe(text);
  });

  it("shows 120 characters whole and cuts 121", () => {
    expect(shown("x".repeat(118))).toBe(`"${"x".repeat(118)}"`);
    expect(shown("x".repeat(119))).toBe(`"${"x".repeat(118)}… (121 characters)`);
  });

  it("escapes characters that turn the reading direction", () => {
    expect(shown("a\u202eb")).toBe('"a\\u{202e}b"');
  });
});

describe("nearestNames", () => {
  const known = ["Administrator", "Developer", "Auditor"];

  it("finds the nearest first, whatever its capitals", () => {
    expect(nearestNames("develper", known)).toEqual(["Developer"]);
  });

  it("finds nothing for what is like none", () => {
    expect(nearestNames("Billing", known)).toEqual([]);
  });

  it("returns no more than asked for", () => {
    expect(nearestNames("aa", ["ab", "ac", "ad"], 2)).toEqual(["ab", "ac"]);
  });
});
