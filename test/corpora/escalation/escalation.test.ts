import { describe, expect, it } from "vitest";
import { doesEscalate } from "./does-escalate";
import { escalationCorpus } from "./index";

const now = Date.parse("2026-11-25T00:00:00Z");

describe.each([...escalationCorpus])("$name", ({ cases }) => {
  it.each([...cases])("$title: $escalates", (principal) => {
    expect(doesEscalate(principal, now)).toBe(principal.escalates);
  });

  it("has principals of both kinds", () => {
    expect(new Set(cases.map(({ escalates }) => escalates))).toEqual(new Set([true, false]));
  });
});
