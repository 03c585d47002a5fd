import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { trustingRole, trusts } from "../trust-examples";
import { examples } from "./examples";
import { trustFederated } from "./rule";

testExamples(trustFederated, examples);

describe("trust-federated", () => {
  const messagesFor = (url: string, condition: object): readonly string[] => {
    const Federated =
      url.includes("/") || !url.includes("amazon") ? `arn:aws:iam::111122223333:oidc-provider/${url}` : url;
    const role = trustingRole("role", trusts({ Federated }, condition, "sts:AssumeRoleWithWebIdentity"));
    return runRules([trustFederated], stackOf([role]), exampleSurroundings).map(({ message }) => message);
  };

  it("takes an identity pool of Cognito by pool and kind of sign-in", () => {
    const url = "cognito-identity.amazonaws.com";
    const pool = { StringEquals: { [`${url}:aud`]: "eu-central-1:pool" } };
    const signedIn = { "ForAnyValue:StringLike": { [`${url}:amr`]: "authenticated" } };
    expect(messagesFor(url, { ...pool, ...signedIn })).toEqual([]);
    expect(messagesFor(url, pool)).toEqual([
      `the trust policy takes tokens of Amazon Cognito without demanding "${url}:amr" or "${url}:sub"`,
    ]);
  });

  it("compares condition keys without regard to letter case", () => {
    const condition = { StringEquals: { "CI.example.com:AUD": "a", "ci.example.com:Sub": "b" } };
    expect(messagesFor("ci.example.com", condition)).toEqual([]);
  });
});
