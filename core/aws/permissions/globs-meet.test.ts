import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesWildcard, parsePattern } from "#core/aws/authorization";
import { arnGlob, globOf, type Glob } from "./glob";
import * as globs from "./globs-meet";

const effort = () => ({ left: 1_000_000 });
const globsMeet = (question: Parameters<typeof globs.globsMeet>[0]) => globs.globsMeet(question, effort());
const isCovered = (glob: Glob, others: Glob[]) => globs.isCovered(glob, others, effort());

const alphabet = ["a", "b", ":"];

/** All texts of up to six of these characters, which are more than patterns of three need to be told apart. */
const texts = [""];
for (const text of texts) if (text.length < 6) texts.push(...alphabet.map((character) => text + character));

const patterns = (least: number) =>
  fc.array(fc.string({ unit: fc.constantFrom(...alphabet, "*", "*", "?"), maxLength: 3 }), {
    minLength: least,
    maxLength: 2,
  });

const matches = (pattern: string, text: string): boolean => matchesWildcard(parsePattern(pattern), text);

describe("globsMeet", () => {
  it("finds a text exactly where one of all short texts is one", () => {
    fc.assert(
      fc.property(patterns(1), patterns(0), (all, none) => {
        const expected = texts.some(
          (text) => all.every((each) => matches(each, text)) && !none.some((each) => matches(each, text)),
        );
        expect(globsMeet({ all: all.map(globOf), none: none.map(globOf) })).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["arn:aws:iam::*:*", true],
    ["arn:aws:iam::111122223333:*", true],
    ["arn:*:role/*", true],
    ["*:role/*", true],
    ["arn:aws:iam::account-id:role/x", true],
    ["arn:aws:iam::111122223333:role/", false],
    ["arn:aws:iam:::role/x", false],
    ["arn:aws:iam::111122223333:user/x", false],
    ["arn:aws:s3:::bucket/*", false],
  ])("%s can be a role: %s", (pattern, expected) => {
    const role = arnGlob("arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}");
    expect(globsMeet({ all: [globOf(pattern), role] })).toBe(expected);
  });

  it("knows only the account that it is told", () => {
    const role = arnGlob("arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}", { account: "111122223333" });
    expect(isCovered(role, [globOf("arn:aws*:iam::111122223333:role/*")])).toBe(false);
    expect(isCovered(role, [globOf("arn:*:iam::111122223333:role/*")])).toBe(true);
    expect(isCovered(role, [globOf("arn:*:iam::444455556666:role/*")])).toBe(false);
  });

  it("takes several patterns away together", () => {
    expect(isCovered(globOf("?"), [globOf("a"), globOf("b")])).toBe(false);
    expect(isCovered(globOf("role/*"), [globOf("role/?*"), globOf("role/")])).toBe(true);
  });

  it("takes what it cannot decide with the effort that is left for something in common", () => {
    const question = { all: [globOf("a*"), globOf("*b"), globOf("?")] };
    expect(globs.globsMeet(question, { left: 1000 })).toBe(false);
    expect(globs.globsMeet(question, { left: 5 })).toBe(true);
  });

  it("answers on hostile patterns", () => {
    const hostile = globOf("*a".repeat(500));
    expect(globsMeet({ all: [hostile], none: [globOf(`${"*a".repeat(500)}*b`)] })).toBe(true);
  });
});
