import { describe, expect, it } from "vitest";
import type { Examination } from "#cli/jobs";
import { renderStackDoctor } from "./doctor-stack";
import { paintFor } from "./paint";

const plain = paintFor({ isTTY: false }, {});

describe("a stack's examinations", () => {
  it("stand in groups, and what mends several is shown behind the last", () => {
    const missing = { outcome: "missing", given: "not allowed", remedy: "grant it", commands: ["aws iam …"] } as const;
    const examinations: Examination[] = [
      { group: "identity", name: "AWS", outcome: "ok", given: "\u001B[31mme" },
      { group: "IAM permissions", name: "iam:GetRole", ...missing },
      { group: "IAM permissions", name: "iam:CreateRole", ...missing },
    ];
    expect(renderStackDoctor({ stack: "a", examinations, isReady: false }, plain).split("\n")).toEqual([
      "identity",
      "  ok       AWS                  \\u{1b}[31mme",
      "",
      "IAM permissions",
      "  missing  iam:GetRole          not allowed",
      "  missing  iam:CreateRole       not allowed",
      "           to do     grant it",
      "                     aws iam …",
      "",
      "2 things to look at before stack a runs here",
    ]);
  });

  it("stand below each other however long their names are, and say several lines as such", () => {
    const long = 'application "Contoso AWS Account1 (111122223333)"';
    const commands = ["pulumi preview"];
    const examinations: Examination[] = [
      { group: "names", name: "1 of 3", outcome: "ok", given: "free" },
      { group: "names", name: long, outcome: "missing", given: "one\nand\u001B[2J", remedy: "A", commands },
      { group: "names", name: "b", outcome: "missing", given: "two", remedy: "B", commands },
    ];
    expect(renderStackDoctor({ stack: "a", examinations, isReady: false }, plain).split("\n").slice(1, 8)).toEqual([
      `  ok       ${"1 of 3".padEnd(long.length)} free`,
      `  missing  ${long} one`,
      "                     and\\u{1b}[2J",
      "           to do     A",
      `  missing  ${"b".padEnd(long.length)} two`,
      "           to do     B",
      "                     pulumi preview",
    ]);
  });
});
