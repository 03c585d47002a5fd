import { describe, expect, it } from "vitest";
import { exampleSurroundings } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { federationPairsMatch } from "./rule";

testExamples(federationPairsMatch, examples);

describe("federation-pairs-match", () => {
  it.each([
    ["group", "{acount}", "placeholders out of {company} {account} {accountId} {role} {samlProvider}"],
    ["application", "{role}", "placeholders out of {company} {account} {accountId}"],
  ])("refuses a pattern for the %s with a placeholder that the convention does not know", (name, pattern, expected) => {
    const found = runRules([federationPairsMatch], [], exampleSurroundings, {
      "federation-pairs-match": { [name]: pattern },
    });
    expect(found.map(({ outcome, message }) => ({ outcome, message }))).toEqual([
      { outcome: "failed", message: `its option “${name}” must be ${expected}` },
    ]);
  });
});
