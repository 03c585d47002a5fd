import { describe, expect, it } from "vitest";
import { parseFilter } from "./filter";

const application = { displayName: "O'Brien & Co", identifierUris: ["https://signin.aws.amazon.com/saml#1", "urn:x"] };

describe("a filter by any of a list", () => {
  it.each([
    ["identifierUris/any(uri:uri eq 'urn:x')", true],
    ["identifierUris/any(uri: uri eq 'urn:y')", false],
    ["identifierUris/any(x:x eq 'https://signin.aws.amazon.com/saml#1') and displayName eq 'O''Brien & Co'", true],
    ["displayName/any(x:x eq 'urn:x')", false],
  ])("%s: %s", (text, expected) => {
    expect(parseFilter(text)(application)).toBe(expected);
  });

  it.each([
    "identifierUris/any(x:y eq 'urn:x')",
    "identifierUris/any(x:x ne 'urn:x')",
    "identifierUris/any(x:x eq 'urn:x'",
  ])("refuses %s", (text) => {
    expect(() => parseFilter(text)).toThrow();
  });
});
