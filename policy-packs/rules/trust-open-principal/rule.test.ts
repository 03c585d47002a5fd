import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { trustingRole, trusts } from "../trust-examples";
import { examples } from "./examples";
import { trustOpenPrincipal } from "./rule";

testExamples(trustOpenPrincipal, examples);

describe("trust-open-principal", () => {
  const outcomes = (...statements: readonly object[]): readonly string[] =>
    runRules([trustOpenPrincipal], stackOf([trustingRole("role", ...statements)]), exampleSurroundings).map(
      ({ outcome }) => outcome,
    );

  it('sees Principal: "*", which a search for AWS in Principal passes (checkov CKV_AWS_60)', () => {
    expect(outcomes(trusts("*"))).toEqual(["violation"]);
  });

  it("sees everybody in each kind of principal, and beside others", () => {
    expect(outcomes(trusts({ AWS: ["arn:aws:iam::111122223333:role/A", "*"] }))).toEqual(["violation"]);
    expect(outcomes(trusts({ Federated: "*" }))).toEqual(["violation"]);
    expect(outcomes(trusts({ Service: "*" }))).toEqual(["violation"]);
  });

  it.each(["StringEquals", "ForAnyValue:StringLike", "ArnLike", "stringequals"])(
    "counts a condition by %s",
    (operator) => {
      expect(outcomes(trusts("*", { [operator]: { "AWS:PRINCIPALORGID": "o-a1b2c3d4e5" } }))).toEqual([]);
    },
  );

  it.each(["ForAllValues:StringEquals", "StringNotLike", "Null", "StringLikeIfExists"])(
    "does not count a condition by %s, which a stranger fulfils",
    (operator) => {
      expect(outcomes(trusts("*", { [operator]: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }))).toEqual(["violation"]);
    },
  );

  it("refuses an account that is none", () => {
    const found = runRules([trustOpenPrincipal], [], exampleSurroundings, {
      "trust-open-principal": { trustedAccounts: ["Account1"] },
    });
    expect(found.map(({ message }) => message)).toEqual([
      "its option “trustedAccounts” must be a list of account ids of twelve digits",
    ]);
  });
});
