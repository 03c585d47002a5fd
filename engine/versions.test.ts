import { describe, expect, it } from "vitest";
import { isAtLeast } from "./versions";

describe("isAtLeast", () => {
  it.each([
    ["v3.219.0", "3.219.0", true],
    ["v3.218.99", "3.219.0", false],
    ["3.252.0-alpha.1", "3.219.0", true],
    ["v4.0.0", "3.219.0", true],
    ["go1.26.8", "1.25.0", true],
    ["go1.25", "1.25.0", true],
    ["go1.24.13", "1.25.0", false],
    ["devel", "1.25.0", false],
    ["", "1.25.0", false],
  ])("%j against %j is %s", (version, oldest, expected) => {
    expect(isAtLeast(version, oldest)).toBe(expected);
  });
});
