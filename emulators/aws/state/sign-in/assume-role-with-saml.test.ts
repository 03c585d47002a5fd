import { createHash } from "node:crypto";

import { describe, expect, it } from "vitest";

import { developerResponse } from "../../../../test/fixtures/test-response";
import {
  attributesWith,
  developerArns,
  federatedAccount,
  inventionAt,
  issuedAt,
  refusalOf,
  responseWith,
  secondKey,
  signInEndpoint,
} from "../../testing/federation";
import type { Account } from "../account";
import { roleOf, updateRole } from "../roles";
import { assumeRoleWithSaml, type SamlSignIn } from "./assume-role-with-saml";
import { packedPolicySize } from "./session-policies";

// Judge of codes and messages: AWS's documentation and reports (2026-11-24), as `refusals` names them for each.

const later = (seconds: number): Date => new Date(issuedAt.getTime() + seconds * 1000);

function signIn(input: Partial<SamlSignIn> = {}, now = later(10), account: Account = federatedAccount()) {
  return assumeRoleWithSaml(account, { ...developerArns, samlResponse: responseWith(), ...input }, inventionAt(now));
}

function refused(input: Partial<SamlSignIn>, now?: Date, account?: Account): string {
  return refusalOf(() => signIn(input, now, account));
}

describe("assumeRoleWithSaml", () => {
  it("opens a session that says who, through whom and for how long", () => {
    const account = federatedAccount();
    const { session, issuer, audience } = signIn({}, later(10), account);
    expect({ issuer, audience, packed: packedPolicySize(session) }).toEqual({
      issuer: developerResponse.issuer,
      audience: signInEndpoint,
      packed: 0,
    });
    expect(session).toMatchObject({
      roleId: roleOf(account, "Developer").id,
      roleName: "Developer",
      name: "Test-AWSDeveloper@contoso.onmicrosoft.com",
      saml: {
        providerArn: developerArns.principalArn,
        subject: "Test-AWSDeveloper@contoso.onmicrosoft.com",
        subjectType: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
        nameQualifier: createHash("sha1").update(`${developerResponse.issuer}111122223333/EntraID`).digest("base64"),
      },
      expiration: "2026-03-01T13:00:10Z",
    });
    expect(session.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(account.sessions).toEqual([session]);
  });

  it("strips the SAML 2.0 prefix from the subject's type", () => {
    const nameId = { format: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent", value: "opaque" };
    expect(signIn({ samlResponse: responseWith({ nameId }) }).subject.subjectType).toBe("persistent");
  });

  it("takes role and provider in either order", () => {
    const attributes = attributesWith({ Role: [`${developerArns.principalArn},${developerArns.roleArn}`] });
    expect(signIn({ samlResponse: responseWith({ attributes }) }).session.roleName).toBe("Developer");
  });

  it("lets one response be redeemed again for five minutes after its issue, and not longer", () => {
    const account = federatedAccount();
    signIn({}, later(0), account);
    signIn({}, later(300), account);
    expect(account.sessions).toHaveLength(2);
    expect(refused({}, later(301), account)).toBe(
      "ExpiredTokenException: Token must be redeemed within 5 minutes of issuance",
    );
  });

  it.each([
    ["no base64", { samlResponse: "%%%%" }, "InvalidIdentityToken: Invalid base64 SAMLResponse"],
    ["another key", { samlResponse: responseWith({}, secondKey) }, "InvalidIdentityToken: Response signature invalid"],
    [
      "another issuer",
      { samlResponse: responseWith({ issuer: "https://sts.windows.net/other/" }) },
      "InvalidIdentityToken: Issuer not present in specified provider",
    ],
    [
      "a provider that is not there",
      { principalArn: "arn:aws:iam::111122223333:saml-provider/Other" },
      "InvalidIdentityToken: Specified provider doesn't exist.",
    ],
    [
      "another audience",
      { samlResponse: responseWith({ audience: "https://signin.example.com/saml" }) },
      "InvalidIdentityToken: Response does not contain the required audience.",
    ],
    [
      "another recipient",
      { samlResponse: responseWith({ recipient: "https://signin.amazonaws.cn/saml" }) },
      "InvalidIdentityToken: Response does not contain the required recipient.",
    ],
    [
      "no session name",
      { samlResponse: responseWith({ attributes: attributesWith({ RoleSessionName: undefined }) }) },
      "InvalidIdentityToken: RoleSessionName is required in AuthnResponse",
    ],
    [
      "a guest's session name",
      { samlResponse: responseWith({ attributes: attributesWith({ RoleSessionName: ["a_b.com#EXT#@contoso.com"] }) }) },
      "InvalidIdentityToken: RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
    ],
    [
      "a session duration that is too short",
      { samlResponse: responseWith({ attributes: attributesWith({ SessionDuration: ["899"] }) }) },
      "InvalidIdentityToken: SessionDuration in AuthnResponse must be one integer from 900 to 43200.",
    ],
    [
      "a role that the response does not offer",
      { samlResponse: responseWith({ attributes: attributesWith({ Role: undefined }) }) },
      "AccessDenied: Not authorized to perform sts:AssumeRoleWithSAML",
    ],
    [
      "a role that is offered and does not exist",
      { roleArn: "arn:aws:iam::111122223333:role/Auditor" },
      "AccessDenied: Not authorized to perform sts:AssumeRoleWithSAML",
    ],
    [
      "more time than the role gives",
      { durationSeconds: 14_401 },
      "ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    ],
    ["a malformed session policy", { policy: "{" }, /^MalformedPolicyDocument: /],
  ] as const)("refuses %s", (_, input, expected) => {
    const refusal = refused(input);
    if (typeof expected === "string") expect(refusal).toBe(expected);
    else expect(refusal).toMatch(expected);
  });

  it("refuses a response that is not valid yet, or no more", () => {
    expect(refused({ samlResponse: responseWith({ notBefore: later(60) }) })).toBe(
      "InvalidIdentityToken: Response is not yet valid.",
    );
    const ahead = { samlResponse: responseWith({ issueInstant: later(60) }) };
    expect(refused(ahead, later(59))).toBe("InvalidIdentityToken: Response is not yet valid.");
    expect(refused(ahead, later(60))).toBe("nothing was refused");
    const short = { samlResponse: responseWith({ notOnOrAfter: later(60) }) };
    expect(refused(short, later(59))).toBe("nothing was refused");
    expect(refused(short, later(60))).toBe("ExpiredTokenException: Response has expired.");
  });

  it.each([
    ["another audience in its condition", { StringEquals: { "SAML:aud": "https://signin.amazonaws.cn/saml" } }],
    ["another session name", { StringLike: { "sts:RoleSessionName": "Other*" } }],
    ["another subject", { StringEquals: { "SAML:sub": "somebody" } }],
  ])("refuses where the trust policy wants %s", (_, Condition) => {
    const account = federatedAccount();
    const statement = {
      Effect: "Allow",
      Principal: { Federated: developerArns.principalArn },
      Action: "sts:AssumeRoleWithSAML",
      Condition,
    };
    const trustPolicy = JSON.stringify({ Version: "2012-10-17", Statement: statement });
    updateRole(account, { name: "Developer", trustPolicy });
    expect(refused({}, later(10), account)).toBe("AccessDenied: Not authorized to perform sts:AssumeRoleWithSAML");
  });

  it("does not guess where the trust policy hangs on what only AWS sees", () => {
    const account = federatedAccount();
    const statement = {
      Effect: "Allow",
      Principal: { Federated: developerArns.principalArn },
      Action: "sts:AssumeRoleWithSAML",
      Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } },
    };
    const trustPolicy = JSON.stringify({ Version: "2012-10-17", Statement: statement });
    updateRole(account, { name: "Developer", trustPolicy });
    expect(refused({}, later(10), account)).toMatch(
      /^NotEmulated: .* sts:AssumeRoleWithSAML: it hangs on aws:requestedregion/i,
    );
  });

  it.each([
    [{ "PrincipalTag:Team": ["blue", "red"] }, "a PrincipalTag with more than one value"],
    [{ "PrincipalTag:Team": ["blue"], "PrincipalTag:team": ["red"] }, "a PrincipalTag twice"],
    [{ SourceIdentity: ["alice", "bob"] }, "more than one SourceIdentity"],
    [{ SourceIdentity: ["a b"] }, "a SourceIdentity of other characters or length"],
  ])("takes no first of several: %j", (attributes, reason) => {
    const samlResponse = responseWith({ attributes: attributesWith(attributes) });
    expect(refused({ samlResponse })).toBe(`InvalidIdentityToken: Invalid SAML response: ${reason}`);
  });

  it("says that it hands no tags on", () => {
    const samlResponse = responseWith({ attributes: attributesWith({ TransitiveTagKeys: ["Team"] }) });
    expect(refused({ samlResponse })).toMatch(/^NotEmulated: TransitiveTagKeys is not emulated: take the claim away/);
  });

  it("takes session tags only where the trust policy allows sts:TagSession", () => {
    const account = federatedAccount();
    const samlResponse = responseWith({ attributes: attributesWith({ "PrincipalTag:Team": ["blue"] }) });
    expect(refused({ samlResponse }, later(10), account)).toBe(
      "AccessDenied: Not authorized to perform sts:AssumeRoleWithSAML",
    );
    const statement = {
      Effect: "Allow",
      Principal: { Federated: developerArns.principalArn },
      Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
      Condition: { StringEquals: { "aws:RequestTag/Team": "blue" } },
    };
    updateRole(account, {
      name: "Developer",
      trustPolicy: JSON.stringify({ Version: "2012-10-17", Statement: statement }),
    });
    expect(signIn({ samlResponse }, later(10), account).session.tags).toEqual([{ key: "Team", value: "blue" }]);
  });

  it.each([
    ["an hour where nothing is said", {}, { SessionDuration: undefined }, undefined, 3600],
    [
      "what is asked, up to the role's maximum",
      { durationSeconds: 14_400 },
      { SessionDuration: undefined },
      undefined,
      14_400,
    ],
    ["less where SessionDuration says less", { durationSeconds: 7200 }, { SessionDuration: ["900"] }, undefined, 900],
    ["no more where SessionDuration says more", {}, { SessionDuration: ["43200"] }, undefined, 3600],
    ["until SessionNotOnOrAfter", {}, { SessionDuration: undefined }, later(610), 600],
  ])("lasts %s", (_, input, attributes, sessionNotOnOrAfter, seconds) => {
    const samlResponse = responseWith({
      attributes: attributesWith(attributes),
      ...(sessionNotOnOrAfter === undefined ? {} : { sessionNotOnOrAfter }),
    });
    const { session } = signIn({ ...input, samlResponse });
    expect(new Date(session.expiration)).toEqual(later(10 + seconds));
  });

  it("forgets sessions a day after their end", () => {
    const account = federatedAccount();
    const { session } = signIn({}, later(0), account);
    const muchLater = new Date(new Date(session.expiration).getTime() + 24 * 3600_000);
    const fresh = responseWith({
      issueInstant: muchLater,
      notBefore: muchLater,
      notOnOrAfter: new Date(muchLater.getTime() + 3600_000),
    });
    signIn({ samlResponse: fresh }, muchLater, account);
    expect(account.sessions).toHaveLength(1);
    expect(account.sessions).not.toContainEqual(session);
  });
});
