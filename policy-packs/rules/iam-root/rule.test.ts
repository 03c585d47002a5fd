import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { iamRoot } from "./rule";

testExamples(iamRoot, examples);

describe("iam-root", () => {
  it.each(["{", "null", "[]", "{}", "7", 7, null, `{"a":`.repeat(2000) + "1" + "}".repeat(2000)])(
    "takes %j for a pattern that matches nothing",
    (eventPattern) => {
      const rule = { type: "aws:cloudwatch/eventRule:EventRule", name: "root", properties: { eventPattern } };
      const found = runRules([iamRoot], stackOf([rule]), exampleSurroundings, { scopes: ["monitoring"] });
      expect(found.map(({ outcome, message }) => ({ outcome, message }))).toEqual([
        {
          outcome: "violation",
          message:
            "the stack declares the scope of monitoring, and nothing in it tells a sign-in of the account's root",
        },
      ]);
    },
  );
});
