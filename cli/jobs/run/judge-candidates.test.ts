import { describe, expect, it } from "vitest";
import type { Candidate } from "./finder";
import { judgeCandidates } from "./judge-candidates";

const since = new Date("2026-11-24T10:00:00Z");
const at = (time: string): Date => new Date(`2026-11-24T${time}Z`);
const thing = (id: string, more: Partial<Candidate> = {}): Candidate => ({ id, removal: ["remove", id], ...more });
const judge = (
  shownBy: "content" | "name" | "proof" | "time",
  candidates: Candidate[],
  known: string[] = [],
  { mayRepeat = false, isExact = true } = {},
) => judgeCandidates({ shownBy, mayRepeat }, candidates, { begun: { at: since, isExact }, known: new Set(known) });

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
      reason:
        "one of this name is there, made 2026-11-24T09:00:00.000Z, and the interrupted run began " +
        "2026-11-24T10:00:00.000Z by the clock of its machine",
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
    expect(judge("time", two, [], { mayRepeat: true })).toMatchObject({ kind: "found", candidate: { id: "b" } });
    expect(judge("time", two.slice(0, 1), [], { mayRepeat: true })).toEqual({ kind: "absent" });
  });

  it("made what its own id shows, whatever the time", () => {
    expect(judge("name", [thing("a")])).toMatchObject({ kind: "found", candidate: { id: "a" } });
  });

  it.each([
    ["10:00:00", true, "found"],
    ["09:59:59", true, "unclear"],
    ["10:00:01", false, "unclear"],
  ])("is proved to have made what is there since %s, where the run's beginning is known: %s", (time, isExact, kind) => {
    expect(judge("proof", [thing("a", { createdAt: at(time) })], [], { isExact }).kind).toBe(kind);
  });

  it("is compared by the second, which is as exact as AWS tells it", () => {
    const begun = { at: new Date("2026-11-24T10:00:00.999Z"), isExact: true };
    const made = [thing("a", { createdAt: at("10:00:00") })];
    expect(judgeCandidates({ shownBy: "proof" }, made, { begun, known: new Set() }).kind).toBe("found");
  });

  it("is unclear, with the reason, where nothing tells when the run began", () => {
    expect(judge("proof", [thing("a", { createdAt: at("10:00:01") })], [], { isExact: false })).toMatchObject({
      reason: expect.stringContaining(
        "nothing tells when the interrupted run began, but that it was after 2026-11-24T10:00:00.000Z",
      ) as string,
    });
  });

  it("made what says the same, and not what says something else", () => {
    expect(judge("content", [thing("a", { isEqual: true })])).toMatchObject({ kind: "found", candidate: { id: "a" } });
    expect(judge("content", [thing("a", { isEqual: false })])).toMatchObject({
      kind: "unclear",
      reason: "one of this name is there that says something else",
    });
  });
});
