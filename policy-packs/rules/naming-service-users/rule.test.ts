import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { namingServiceUsers } from "./rule";

testExamples(namingServiceUsers, examples);

describe("naming-service-users", () => {
  it("leaves a user whose name is no text to the provider, which refuses it", () => {
    const stack = stackOf([{ type: "aws:iam/user:User", name: "user", properties: { name: 7 } }]);
    expect(runRules([namingServiceUsers], stack, exampleSurroundings)).toEqual([]);
  });

  it("refuses an empty pattern", () => {
    const found = runRules([namingServiceUsers], [], exampleSurroundings, { "naming-service-users": { pattern: " " } });
    expect(found.map(({ outcome, message }) => ({ outcome, message }))).toEqual([
      { outcome: "failed", message: "its option “pattern” must be text that is not empty" },
    ]);
  });
});
