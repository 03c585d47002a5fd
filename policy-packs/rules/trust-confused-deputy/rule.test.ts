import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { trustingRole, trusts } from "../trust-examples";
import { examples } from "./examples";
import { trustConfusedDeputy } from "./rule";

testExamples(trustConfusedDeputy, examples);

describe("trust-confused-deputy", () => {
  it("says how to make an unknown account known", () => {
    const role = trustingRole("role", trusts({ AWS: "999900001111" }));
    const found = runRules([trustConfusedDeputy], stackOf([role]), exampleSurroundings);
    expect(found.map(({ remedy }) => remedy)).toEqual([
      "List account 999900001111 in the option “ownAccounts” if it is one of yours; if it is not, demand sts:ExternalId.",
    ]);
  });

  it("leaves a principal that has been deleted, and names no account, alone", () => {
    const role = trustingRole("role", trusts({ AWS: "AIDAJQABLZS4A3QDU576Q" }));
    expect(runRules([trustConfusedDeputy], stackOf([role]), exampleSurroundings)).toEqual([]);
  });
});
