import { describe, expect, it } from "vitest";
import { federatedTrustPolicy } from "#core/aws/policy";
import { buildMetadata } from "#core/saml/metadata";
import type { KnownProvider, KnownRole } from "#core/saml/diagnosis";
import { encodeResponse, signedResponse } from "#core/saml/response";
import { testCertificate } from "../../../test/fixtures/test-certificate";
import { developerResponse } from "../../../test/fixtures/test-response";
import { diagnoseSignIn, UnreadableResponse } from "./diagnose-sign-in";
import type { FederationReader } from "./federation-reader";
import { planOf, tenantId } from "./testing.test-support";

const key = testCertificate();
const provider: KnownProvider = { metadata: buildMetadata({ tenantId, certificates: [key.certificate] }) };
const samlProviderArn = "arn:aws:iam::111122223333:saml-provider/EntraID";
const role: KnownRole = {
  trustPolicy: federatedTrustPolicy({ samlProviderArn, audience: developerResponse.audience }),
  maxSessionDuration: 3600,
};
const text = encodeResponse(signedResponse(developerResponse, key));
const now = new Date(developerResponse.issueInstant.getTime() + 10_000);

function reader(change: Partial<FederationReader> = {}): FederationReader {
  return {
    accountId: "111122223333",
    provider: () => Promise.resolve({ found: provider }),
    role: (arn) => Promise.resolve({ found: arn.endsWith("/Developer") ? role : "absent" }),
    ...change,
  };
}

describe("diagnoseSignIn", () => {
  it("judges by what the account says, beside the stack's settings", async () => {
    const { diagnosis, notes, judgedAsOf } = await diagnoseSignIn(
      { text, now },
      { reader: reader(), account: planOf() },
    );
    expect(diagnosis.verdicts.console.outcome).toBe("accepted");
    expect(notes).toEqual([]);
    expect(judgedAsOf).toBe("now");
    expect(diagnosis.roles.map(({ checks }) => checks.find(({ name }) => name === "stack")?.outcome)).toEqual([
      "ok",
      "warning",
    ]);
  });

  it("judges as of when it was posted, unless it is told otherwise", async () => {
    const request = { postData: { params: [{ name: "SAMLResponse", value: text }] } };
    const har = JSON.stringify({ log: { entries: [{ startedDateTime: now.toISOString(), request }] } });
    const later = new Date(now.getTime() + 86_400_000);
    const posted = await diagnoseSignIn({ text: har, now: later }, { reader: reader() });
    expect([posted.judgedAsOf, posted.diagnosis.verdicts.console.outcome]).toEqual(["posted", "accepted"]);
    const given = await diagnoseSignIn({ text: har, at: later, now: later }, { reader: reader() });
    expect([given.judgedAsOf, given.diagnosis.verdicts.console.outcome]).toEqual(["given", "refused"]);
  });

  it("says what it could not look up, and takes nothing for granted", async () => {
    const refused = reader({ role: () => Promise.resolve({ unknown: "iam:GetRole: not authorized" }) });
    const denied = await diagnoseSignIn({ text, now }, { reader: refused });
    expect(denied.notes).toEqual(["iam:GetRole: not authorized"]);
    expect(denied.diagnosis.verdicts.console).toMatchObject({ outcome: "undetermined" });
    const elsewhere = await diagnoseSignIn({ text, now }, { reader: reader({ accountId: "444455556666" }) });
    expect(elsewhere.notes).toEqual(["signed in to account 444455556666: what is of another is not looked up"]);
    expect(elsewhere.diagnosis.verdicts.console).toMatchObject({ outcome: "undetermined" });
  });

  it("asks no more of an account for a response than a sign-in page could show", async () => {
    const values = Array.from(
      { length: 150 },
      (_, index) => `arn:aws:iam::111122223333:role/R${index},${samlProviderArn}`,
    );
    const attributes = [{ name: "https://aws.amazon.com/SAML/Attributes/Role", values }];
    const asked: string[] = [];
    const counting = reader({
      role: (arn) => {
        asked.push(arn);
        return Promise.resolve({ found: "absent" });
      },
    });
    const many = encodeResponse(signedResponse({ ...developerResponse, attributes }, key));
    await diagnoseSignIn({ text: many, now }, { reader: counting });
    expect(asked).toHaveLength(100);
  });

  it("refuses what holds no response, with how to copy one", async () => {
    await expect(diagnoseSignIn({ text: "Hello!", now }, {})).rejects.toThrow(UnreadableResponse);
    await expect(diagnoseSignIn({ text: "Hello!", now }, {})).rejects.toThrow(
      /^there is no SAMLResponse in it\nin the browser/,
    );
  });
});
