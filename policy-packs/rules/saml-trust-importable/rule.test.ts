import { describe, expect, it } from "vitest";
import { federatedTrustPolicy, serializePolicy } from "#core/aws/policy";
import { exampleSurroundings, stackOf } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { roleWithTrust } from "../trust-examples";
import { examples } from "./examples";
import { samlTrustImportable } from "./rule";

testExamples(samlTrustImportable, examples);

describe("saml-trust-importable", () => {
  const samlProviderArn = "arn:aws:iam::111122223333:saml-provider/EntraID";
  const trust = serializePolicy(
    federatedTrustPolicy({ samlProviderArn, audience: "https://signin.aws.amazon.com/saml" }),
  );
  const findings = (name: string, imported: string): readonly string[] =>
    runRules([samlTrustImportable], stackOf([roleWithTrust("role", trust, { name })]), exampleSurroundings, {
      "saml-trust-importable": { imported },
    }).map(({ message }) => message);

  it("is quiet about the trust policy that the components write", () => {
    expect(findings("Developer", "all")).toEqual([]);
  });

  it("counts the length of a role's ARN before there is one", () => {
    const longest = 239 - samlProviderArn.length - "arn:aws:iam::111122223333:role/".length;
    expect(findings("r".repeat(longest), "all")).toEqual([]);
    expect(findings("r".repeat(longest + 1), "all")).toEqual([
      "Entra's role import leaves the role out: the ARNs of role and SAML provider have 240 characters together, at most 239 are taken",
    ]);
  });

  it("refuses a setting that it does not know", () => {
    expect(findings("Developer", "some")).toEqual(["its option “imported” must be auto, all or none"]);
  });
});
