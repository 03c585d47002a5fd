import { describe, expect, it } from "vitest";
import type { RunResult } from "#cli/jobs";
import { renderRecovery, renderRun } from "./run-text";

const outcome = (change: Partial<RunResult["outcome"]>): RunResult["outcome"] => ({
  ...{ succeeded: true, exitCode: 0, stdout: "", stderr: "", milliseconds: 1849, changes: {}, steps: [] },
  ...{ diagnostics: [], violations: [] },
  ...change,
});
const nothing: RunResult["recovery"] = { freed: [], ended: [], settled: [] };
const result = (change: Partial<RunResult["outcome"]>): RunResult => ({
  ...{ project: "entra-aws", stack: "account1", operation: "up", recovery: nothing },
  outcome: outcome(change),
});
const settled = { urn: "urn:…::developer", type: "aws:iam/role:Role", name: "developer", was: "creating" } as const;

describe("renderRecovery", () => {
  it("says nothing when there was nothing to put in order", () => {
    expect(renderRecovery(nothing)).toBe("");
  });

  it("says a line for each thing that was put in order", () => {
    const since = new Date("2026-11-24T10:00:00Z");
    const lock = { file: "", user: "alice", host: "build-7", pid: 4711, since, holder: "gone" } as const;
    expect(
      renderRecovery({
        freed: [lock],
        ended: [12, 13],
        settled: [
          { ...settled, outcome: "imported", id: "Developer" },
          { ...settled, outcome: "not-made" },
          { ...settled, outcome: "removed", detail: 'access key AKIA… of user "importer", whose secret was lost' },
          { ...settled, was: "updating", outcome: "read-again" },
        ],
      }).split("\n"),
    ).toEqual([
      "recovered  freed the lock of alice@build-7, process 4711, which began 2026-11-24T10:00:00.000Z and is gone",
      "recovered  ended what it left running: process 12, 13",
      "recovered  interrupted while creating aws:iam/role:Role developer: the cloud has it, imported as Developer",
      "recovered  interrupted while creating aws:iam/role:Role developer: the cloud does not have it",
      "recovered  interrupted while creating aws:iam/role:Role developer: removed access key AKIA… of user " +
        '"importer", whose secret was lost',
      "recovered  interrupted while updating aws:iam/role:Role developer: is read again from the cloud",
    ]);
  });

  it("shows what a terminal would obey", () => {
    const hostile = { ...settled, outcome: "imported", id: "a\u001b[2J" } as const;
    expect(renderRecovery({ ...nothing, settled: [hostile] })).toContain("imported as a\\u{1b}[2J");
  });
});

describe("renderRun", () => {
  it("counts what changed", () => {
    expect(renderRun(result({ changes: { create: 2, same: 25 } }))).toBe(
      "pulumi up  account1  2 created, 25 unchanged  1.8 s",
    );
  });

  it("says what the policies and the engine complain of", () => {
    const violation = { policyPack: "p", policy: "naming-groups", enforcement: "advisory", urn: "", message: "…" };
    const diagnostics = [
      { severity: "warning", urn: "", message: "careful" },
      { severity: "info", urn: "", message: "by the way" },
    ];
    expect(
      renderRun(result({ violations: [violation], diagnostics }))
        .split("\n")
        .slice(1),
    ).toEqual(["naming-groups (advisory): …", "warning: careful"]);
  });

  it("says that it failed, and what the engine said", () => {
    const failed = result({ succeeded: false, exitCode: 255, stderr: "error: no\n" });
    expect(renderRun(failed)).toBe("pulumi up  account1  failed  1.8 s\nerror: no");
  });
});
