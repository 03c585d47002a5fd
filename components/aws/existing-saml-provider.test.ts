import { describe, expect, it } from "vitest";
import { buildMetadata } from "#core/saml/metadata";
import { testCertificate } from "../../test/fixtures/test-certificate";
import { certificate } from "../../test/mocked-clouds";
import { existingSamlProviderProblems } from "./existing-saml-provider";

const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const arn = "arn:aws:iam::111122223333:saml-provider/EntraByHand";
const issuer = `https://sts.windows.net/${tenantId}/`;
const document = buildMetadata({ tenantId, certificates: [certificate] });
const another = testCertificate({ commonName: "Another" }).certificate;

describe("existingSamlProviderProblems", () => {
  it("takes a provider that knows the issuer and each certificate", () => {
    expect(existingSamlProviderProblems({ arn, document }, { issuer, certificates: [certificate] })).toEqual([]);
    expect(existingSamlProviderProblems({ arn, document }, { issuer, certificates: [] })).toEqual([]);
  });

  it.each([
    ["existing-saml-provider-issuer", { issuer: "https://sts.windows.net/another/", certificates: [certificate] }],
    ["existing-saml-provider-certificate", { issuer, certificates: [certificate, another] }],
  ])("refuses with %s, and says how to mend it", (code, expected) => {
    expect(existingSamlProviderProblems({ arn, document }, expected)).toMatchObject([
      { severity: "error", code, remedy: expect.stringContaining("aws iam update-saml-provider") as string },
    ]);
  });

  it("refuses a document that cannot be read", () => {
    expect(existingSamlProviderProblems({ arn, document: "<x/>" }, { issuer, certificates: [] })).toMatchObject([
      { code: "existing-saml-provider-unreadable" },
    ]);
  });
});
