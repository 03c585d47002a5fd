import { describe, expect, it } from "vitest";
import { exampleSurroundings } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { namingAws } from "./rule";

testExamples(namingAws, examples);

describe("naming-aws", () => {
  it.each([[[]], [[""]]])("refuses %j as patterns", (roles) => {
    const found = runRules([namingAws], [], exampleSurroundings, { "naming-aws": { roles } });
    expect(found.map(({ outcome, message }) => ({ outcome, message }))).toEqual([
      { outcome: "failed", message: "its option “roles” must be at least one pattern, none of them empty" },
    ]);
  });
});
