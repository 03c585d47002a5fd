import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { federationSessionDuration } from "./rule";

testExamples(federationSessionDuration, examples);

describe("federation-session-duration", () => {
  const problems = (longest: number): readonly string[] =>
    runRules([federationSessionDuration], [], exampleSurroundings, {
      "federation-session-duration": { longest },
    }).map(({ message }) => message);

  it.each([3600, 43_200])("takes %d seconds as the limit", (longest) => {
    expect(problems(longest)).toEqual([]);
  });

  it.each([3599, 43_201, 3600.5])("refuses %d seconds as the limit", (longest) => {
    expect(problems(longest)).toEqual(["its option “longest” must be a whole number of seconds, 3600 to 43200"]);
  });

  it("takes a value that pretends to be a number for none", () => {
    const claim = { SamlClaimType: "https://aws.amazon.com/SAML/Attributes/SessionDuration", Value: { valueOf: 1 } };
    const definition = JSON.stringify({ ClaimsMappingPolicy: { ClaimsSchema: [claim] } });
    const stack = stackOf([
      {
        type: "azuread:index/claimsMappingPolicy:ClaimsMappingPolicy",
        name: "claims",
        properties: { definitions: [definition] },
      },
    ]);
    expect(runRules([federationSessionDuration], stack, exampleSurroundings).map(({ message }) => message)).toEqual([
      'the SessionDuration claim is {"valueOf":1}; AWS takes 900 to 43200 seconds',
    ]);
  });
});
