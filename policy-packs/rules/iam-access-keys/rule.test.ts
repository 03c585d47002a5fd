import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf } from "../example";
import { accessKey } from "../iam-examples";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { iamAccessKeys } from "./rule";

testExamples(iamAccessKeys, examples);

describe("iam-access-keys", () => {
  it.each([7, null, "yesterday", {}])("takes %j for no date", (createDate) => {
    const stack = stackOf([accessKey("key", "Svc-Mail", { createDate })]);
    expect(runRules([iamAccessKeys], stack, exampleSurroundings)).toEqual([]);
  });
});
