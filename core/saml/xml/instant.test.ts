import { describe, expect, it } from "vitest";
import { parseInstant } from ".";

describe("parseInstant", () => {
  it.each([
    ["2026-03-01T12:00:00Z", "2026-03-01T12:00:00.000Z"],
    ["2026-03-01T12:00:00.123Z", "2026-03-01T12:00:00.123Z"],
    ["2026-03-01T12:00:00.1234567Z", "2026-03-01T12:00:00.123Z"],
    ["2026-03-01T12:00:00+01:00", "2026-03-01T11:00:00.000Z"],
  ])("reads %s", (text, instant) => {
    expect(parseInstant(text)?.toISOString()).toBe(instant);
  });

  it.each([
    "",
    "2026-03-01",
    "2026-03-01T12:00:00",
    "2026-02-30T12:00:00Z",
    "2026-03-01T24:30:00Z",
    "1 March 2026",
    " 2026-03-01T12:00:00Z",
  ])("does not read %j", (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
