import { describe, expect, it } from "vitest";
import { diagnoseResponse, nothingKnown } from "#core/saml/diagnosis";
import { signedResponse } from "#core/saml/response";
import { testCertificate } from "../../test/fixtures/test-certificate";
import { developerResponse } from "../../test/fixtures/test-response";
import { renderSignInDiagnosis } from "./doctor-response";
import { paintFor } from "./paint";

const plain = paintFor({ isTTY: false }, {});

describe("a diagnosis", () => {
  it("begins with the verdict and what to do, and shows every check", () => {
    const xml = signedResponse(developerResponse, testCertificate());
    const late = new Date(developerResponse.issueInstant.getTime() + 400_000);
    const diagnosis = diagnoseResponse(xml, nothingKnown, late);
    const text = renderSignInDiagnosis(
      { form: "base64", others: 1, judgedAsOf: "now", notes: ["\u001B[31m"], diagnosis },
      plain,
    );
    expect(text.split("\n").slice(0, 8)).toEqual([
      "verdict   AWS refuses it: ExpiredTokenException, “Token must be redeemed within 5 minutes of issuance”",
      "because   of the redemption",
      "to do     sign in again; to judge it as of when it was presented, add --at 2026-03-01T12:00:00.000Z",
      "not known provider, certificate, signature, issuer",
      "read      from base64, the last of 2; judged as of 2026-03-01T12:06:40.000Z, now",
      "",
      "note      \\u{1b}[31m",
      "",
    ]);
    expect(text).toMatch(/^ {2}ok {8}audience {16}"https:\/\/signin.aws.amazon.com\/saml"$/m);
    expect(text).toMatch(/^ {36}AWS says {2}ExpiredTokenException: Token must be redeemed/m);
    expect(text).not.toContain("Test-AWSDeveloper");
  });
});
