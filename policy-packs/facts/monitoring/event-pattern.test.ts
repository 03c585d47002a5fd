import { describe, expect, it } from "vitest";
import { anyValue, matchesEvent, type EventValue } from "./event-pattern";

const event: EventValue = {
  source: "aws.signin",
  account: anyValue,
  detail: { eventName: "ConsoleLogin", attempt: 2, user: { type: "Root" } },
};

describe("matchesEvent", () => {
  it.each<[string, unknown, boolean]>([
    ["everything", {}, true],
    ["one of several values", { source: ["aws.iam", "aws.signin"] }, true],
    ["another value", { source: ["aws.iam"] }, false],
    ["letter case", { source: ["AWS.signin"] }, false],
    ["two levels", { detail: { user: { type: ["Root"] } } }, true],
    ["each of two keys", { source: ["aws.signin"], detail: { eventName: ["Logout"] } }, false],
    ["a key that is not there", { region: ["us-east-1"] }, false],
    ["a prefix", { source: [{ prefix: "aws." }] }, true],
    ["a suffix", { detail: { eventName: [{ suffix: "Logout" }] } }, false],
    ["a wildcard", { detail: { eventName: [{ wildcard: "Con*Login" }] } }, true],
    ["any letter case", { detail: { user: { type: [{ "equals-ignore-case": "root" }] } } }, true],
    ["anything but another", { source: [{ "anything-but": ["aws.iam"] }] }, true],
    ["anything but this", { source: [{ "anything-but": { prefix: "aws" } }] }, false],
    ["a key's absence", { region: [{ exists: false }] }, true],
    ["a key's presence", { source: [{ exists: true }] }, true],
    ["one of two patterns", { $or: [{ source: ["aws.iam"] }, { source: ["aws.signin"] }] }, true],
    ["neither of two patterns", { $or: [{ source: ["aws.iam"] }] }, false],
    ["a number", { detail: { attempt: [2] } }, true],
    ["whatever is wanted of a value that differs", { account: ["111122223333"] }, true],
    ["a filter that does not exist", { source: [{ like: "aws" }] }, false],
    ["a value that is no list", { source: "aws.signin" }, false],
    ["no pattern at all", null, false],
  ])("compares %s", (_what, pattern, expected) => {
    expect(matchesEvent(pattern, event)).toBe(expected);
  });
});
