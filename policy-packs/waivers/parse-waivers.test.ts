import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWaivers } from "./parse-waivers";

const now = Date.parse("2026-11-25T12:00:00Z");
const entry = `- rule: naming-groups
  resource: developers
  reason: Migration of the old groups, see the plan
  owner: ada@example.com
  expires: 2026-12-31
`;

const codes = (text: string): string[] =>
  parseWaivers(text, now).problems.map(({ code, property }) => `${property} ${code}`);

describe("parseWaivers", () => {
  it("reads a list of waivers, and knows where each stands", () => {
    expect(parseWaivers(entry, now)).toEqual({
      waivers: [
        {
          rule: "naming-groups",
          resource: "developers",
          reason: "Migration of the old groups, see the plan",
          owner: "ada@example.com",
          expires: "2026-12-31",
          place: "waivers[0]",
        },
      ],
      problems: [],
    });
  });

  it.each([
    ["an empty file", ""],
    ["comments only", "# no waivers\n"],
    ["an empty list", "[]"],
  ])("finds no waiver in %s", (_title, text) => {
    expect(parseWaivers(text, now)).toEqual({ waivers: [], problems: [] });
  });

  it("lets a waiver hold to the end of its last day, and no longer", () => {
    const onDay = entry.replace("2026-12-31", "2026-11-25");
    const endOfDay = Date.parse("2026-11-26T00:00:00Z");
    expect(parseWaivers(onDay, endOfDay - 1).waivers.length).toBe(1);
    expect(parseWaivers(onDay, endOfDay).problems).toEqual([
      {
        severity: "error",
        code: "waiver-expired",
        property: "waivers[0].expires",
        given: "2026-11-25",
        expected: "a day that has not gone by",
        remedy: "Mend what is waived and remove the waiver, or have it renewed with a new date.",
      },
    ]);
  });

  it.each([
    ["no rule", entry.replace(/rule: .*/, "rule:"), ["waivers[0].rule missing"]],
    ["no resource", entry.replace(/ {2}resource: .*\n/, ""), ["waivers[0].resource missing"]],
    ["no reason", entry.replace(/reason: .*/, "reason: '  '"), ["waivers[0].reason missing"]],
    ["no owner", entry.replace(/ {2}owner: .*\n/, ""), ["waivers[0].owner missing"]],
    ["no expiry", entry.replace(/ {2}expires: .*\n/, ""), ["waivers[0].expires missing"]],
    ["an expiry of words", entry.replace("2026-12-31", "next year"), ["waivers[0].expires date-malformed"]],
    ["a day that no month has", entry.replace("2026-12-31", "2027-02-29"), ["waivers[0].expires date-malformed"]],
    ["a number for an owner", entry.replace("ada@example.com", "7"), ["waivers[0].owner waiver-malformed"]],
    ["a property that nobody reads", `${entry}  until: never\n`, ["waivers[0].until unknown-key"]],
    ["a text of 1,001 characters", entry.replace("ada", "a".repeat(990)), ["waivers[0].owner waiver-malformed"]],
    ["an entry that is a text", `${entry}- naming-groups\n`, ["waivers[1] waiver-malformed"]],
    ["an object in place of a list", "waivers: []", ["waivers waiver-malformed"]],
    ["a text in place of a list", "none", ["waivers waiver-malformed"]],
    ["no YAML", "- [", ["waivers waiver-malformed"]],
    ["a key that is there twice", `${entry}  owner: bob\n`, ["waivers waiver-malformed"]],
    ["two documents", `${entry}---\n${entry}`, ["waivers waiver-malformed"]],
    ["more than a megabyte", `# ${"x".repeat(1_000_000)}`, ["waivers waiver-malformed"]],
    ["a date of YAML 1.1", `%YAML 1.1\n---\n${entry}`, ["waivers[0].expires waiver-malformed"]],
    ["a nesting of 10,000", "[".repeat(10_000), ["waivers waiver-malformed"]],
  ])("refuses %s", (_title, text, problems) => {
    expect(codes(text)).toEqual(problems);
  });

  it("takes a text of 1,000 characters", () => {
    expect(codes(entry.replace("ada", "a".repeat(988)))).toEqual([]);
  });

  it("names the line of what is no YAML", () => {
    expect(parseWaivers(`${entry}  owner: bob\n`, now).problems[0]?.given).toBe(
      'no YAML on line 6 ("Map keys must be unique")',
    );
  });

  it("refuses aliases that multiply", () => {
    const lines = Array.from({ length: 9 }, (_, level) => {
      const below = level === 0 ? "x" : `*a${level - 1}`;
      return `- &a${level} [${Array.from({ length: 9 }, () => below).join(", ")}]`;
    });
    expect(parseWaivers(lines.join("\n"), now).problems[0]?.given).toBe("YAML that cannot be read (ReferenceError)");
  });

  it("uses the waivers that can be used beside those that cannot", () => {
    const { waivers, problems } = parseWaivers(`- {}\n${entry}`, now);
    expect(waivers.map(({ place }) => place)).toEqual(["waivers[1]"]);
    expect(problems.length).toBe(5);
  });

  it("reads any text without an exception, and gives back only whole waivers", { timeout: 120_000 }, () => {
    const piece = fc.constantFrom(
      "- ",
      "\n",
      "  ",
      ": ",
      "rule",
      "expires",
      "2027-01-01",
      "[",
      "]",
      "{",
      "}",
      "&a",
      "*a",
      "!!",
      "|",
      "%YAML 1.1\n---\n",
      "__proto__",
      '"',
      "\u0000",
      "\ud800",
      "<<",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 40 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (given) => {
        for (const waiver of parseWaivers(given, now).waivers) {
          expect(Object.keys(waiver).sort()).toEqual(["expires", "owner", "place", "reason", "resource", "rule"]);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
