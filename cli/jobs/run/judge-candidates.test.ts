import { describe, expect, it } from "vitest";
import type { Candidate } from "./finder";
import { judgeCandidates } from "./judge-candidates";

const since = new Date("2026-11-24T10:00:00Z");
const at = (time: string): Date => new Date(`2026-11-24T${time}Z`);
const thing = (id: string, more: Partial<Candidate> = {}): Candidate => ({ id, removal: ["remove", id], ...more });
const judge = (
  shownBy: "content" | "name" | "time",
  candidates: Candidate[],
  known: string[] = [],
  mayRepeat = false,
) => judgeCandidates({ shownBy, mayRepeat }, candidates, { since, known: new Set(known) });

describe("a pending create", () => {
  it("made nothing when nothing has its name", () => {
    expect(judge("time", [])).toEqual({ kind: "absent" });
  });

  it("made nothing when all that have its name are the stack's already", () => {
    expect(judge("time", [thing("a", { createdAt: at("10:00:01") })], ["a"])).toEqual({ kind: "absent" });
  });

  it.each([
    ["09:59:55", "found"],
    ["09:59:54", "unclear"],
  ])("made what is there since %s: %s, the clouds' clocks being told to a few seconds", (time, kind) => {
    expect(judge("time", [thing("a", { createdAt: at(time) })]).kind).toBe(kind);
  });

  it("is unclear, with the reason, where something of its name is older", () => {
    expect(judge("time", [thing("a", { createdAt: at("09:00:00") })])).toMatchObject({
      kind: "unclear",
      reason: "one of this name is there, made 2026-11-24T09:00:00.000Z, before the interrupted run began",
      candidates: [{ id: "a" }],
    });
  });

  it("is unclear where nothing tells the time", () => {
    expect(judge("time", [thing("a")])).toMatchObject({
      kind: "unclear",
      reason: "one of this name is there, and nothing tells when it was made",
    });
  });

  it("is unclear where two have its name, however young", () => {
    const two = [thing("a", { createdAt: at("10:00:01") }), thing("b", { createdAt: at("10:00:02") })];
    expect(judge("time", two)).toMatchObject({ kind: "unclear", reason: "2 of this name are there" });
  });

  it("made the only young one, where several of one name are normal", () => {
    const two = [thing("a", { createdAt: at("08:00:00") }), thing("b", { createdAt: at("10:00:02") })];
    expect(judge("time", two, [], true)).toEqual({ kind: "found", id: "b" });
    expect(judge("time", two.slice(0, 1), [], true)).toEqual({ kind: "absent" });
  });

  it("made what its own id shows, whatever the time", () => {
    expect(judge("name", [thing("a")])).toEqual({ kind: "found", id: "a" });
  });

  it("made what says the same, and not what says something else", () => {
    expect(judge("content", [thing("a", { isEqual: true })])).toEqual({ kind: "found", id: "a" });
    expect(judge("content", [thing("a", { isEqual: false })])).toMatchObject({
      kind: "unclear",
      reason: "one of this name is there that says something else",
    });
  });
});
