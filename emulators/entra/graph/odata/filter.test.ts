import { describe, expect, it } from "vitest";

import { parseFilter } from "./filter";

const group = { displayName: "O'Brien's, and startswith(x", securityEnabled: true, mail: null, nested: { of: "a" } };

describe("parseFilter", () => {
  it.each([
    ["displayName eq 'O''Brien''s, and startswith(x'", true],
    ["displayName eq 'o''BRIEN''s, and startswith(x'", true],
    ["displayName eq 'O''Brien'", false],
    ["startswith(displayName,'o''b')", true],
    ["startsWith(displayName, 'Brien')", false],
    ["securityEnabled eq true and startswith(displayName,'O')", true],
    ["securityEnabled eq false and startswith(displayName,'O')", false],
    ["mail eq null", true],
    ["missing eq null", true],
    ["constructor eq null", true],
    ["nested/of eq 'a'", true],
    ["nested/of/length eq 1", false],
  ])("decides %s as %s", (filter, expected) => {
    expect(parseFilter(filter)(group)).toBe(expected);
  });

  it.each([
    "",
    "displayName",
    "displayName eq",
    "displayName ne 'a'",
    "displayName eq 'a' or mail eq null",
    "not(displayName eq 'a')",
    "endswith(displayName,'a')",
    "startswith(displayName,1)",
    "displayName eq 'a",
    "displayName eq 'a' and",
    "displayName eq 'a' displayName",
    "(displayName eq 'a')",
    "'a' eq displayName",
  ])("refuses what it does not understand, with the clause: %s", (filter) => {
    expect(() => parseFilter(filter)).toThrow(
      expect.objectContaining({
        status: 400,
        code: "Request_UnsupportedQuery",
        message: `Unsupported or invalid query filter clause: ${filter}`,
      }) as Error,
    );
  });
});
