import { describe, expect, it } from "vitest";
import { exampleSurroundings } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { namingConditionalAccess } from "./rule";

testExamples(namingConditionalAccess, examples);

describe("naming-conditional-access", () => {
  it("refuses a pattern with a placeholder that the convention does not know", () => {
    const found = runRules([namingConditionalAccess], [], exampleSurroundings, {
      "naming-conditional-access": { pattern: "{role}" },
    });
    expect(found.map(({ outcome, message }) => ({ outcome, message }))).toEqual([
      {
        outcome: "failed",
        message: "its option “pattern” must be placeholders out of {company} {account} {accountId}",
      },
    ]);
  });
});
