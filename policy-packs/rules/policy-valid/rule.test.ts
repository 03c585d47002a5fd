import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf } from "../example";
import { managedPolicyWith } from "../example-policies";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { judgeText, policyValid } from "./rule";

testExamples(policyValid, examples);

describe("policy-valid", () => {
  const found = (policy: unknown): readonly string[] =>
    runRules([policyValid], stackOf([managedPolicyWith(policy)]), exampleSurroundings).map(({ message }) => message);

  it.each([
    ["a number", 7, "not JSON text or an object"],
    ["text nested 10,000 deep", "[".repeat(10_000), "nothing nested deeper than 64"],
    ["half of a surrogate pair", '{"\ud800', "a key in quotes"],
    ["a hostile key", '{"\u202e":1,"Statement":[]}', '"\\u{202e}"'],
  ])("tells %s in one message and goes on", (_what, policy, part) => {
    expect(found(policy)[0]).toContain(part);
  });

  it("tells the first twenty problems and counts the rest", () => {
    const messages = found({
      Version: "2012-10-17",
      Statement: Array.from({ length: 50 }, () => ({ Effect: "Allow" })),
    });
    expect(messages).toHaveLength(21);
    expect(messages.at(-1)).toBe("30 more findings in this policy document");
  });

  it("judges a document outside of a stack", () => {
    expect(judgeText("{", "identity")).toEqual([
      {
        path: "",
        message:
          "AWS would not take the policy document as it is meant: the text ends where a key in quotes should be (character 2)",
      },
    ]);
  });
});
