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
      "  ok       AWS                            \\u{1b}[31mme",
      "",
      "IAM permissions",
      "  missing  iam:GetRole                    not allowed",
      "  missing  iam:CreateRole                 not allowed",
      "           to do     grant it",
      "                     aws iam …",
      "",
      "2 things to look at before stack a runs here",
    ]);
  });
});
