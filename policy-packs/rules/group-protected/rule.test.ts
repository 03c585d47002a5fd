import { describe, expect, it } from "vitest";
import { exampleSurroundings } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { groupProtected } from "./rule";

testExamples(groupProtected, examples);

describe("group-protected", () => {
  it.each([
    ["groups", "some", "“administrators” or “all”"],
    ["pattern", "AWS-{account}", "a pattern with {role}"],
  ])("refuses an option %s of %s", (option, value, expected) => {
    const found = runRules([groupProtected], [], exampleSurroundings, { "group-protected": { [option]: value } });
    expect(found.map(({ outcome, message }) => ({ outcome, message }))).toEqual([
      { outcome: "failed", message: `its option “${option}” must be ${expected}` },
    ]);
  });
});
