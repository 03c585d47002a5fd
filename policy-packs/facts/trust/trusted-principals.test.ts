import { describe, expect, it } from "vitest";
import type { Principal } from "#core/aws/policy";
import { issuerOf, trustedPrincipals, type TrustedPrincipalKind } from "./trusted-principals";

describe("trustedPrincipals", () => {
  it.each<[Principal, TrustedPrincipalKind, string | undefined]>([
    ["*", "anybody", undefined],
    [{ AWS: ["*"] }, "anybody", undefined],
    [{ Federated: ["*"] }, "anybody", undefined],
    [{ AWS: ["111122223333"] }, "account", "111122223333"],
    [{ AWS: ["arn:aws-cn:iam::111122223333:root"] }, "account", "111122223333"],
    [{ AWS: ["arn:aws:iam::111122223333:role/team/Deployer"] }, "user or role", "111122223333"],
    [{ AWS: ["arn:aws:sts::111122223333:assumed-role/Deployer/kim"] }, "user or role", "111122223333"],
    [{ AWS: ["AIDAJQABLZS4A3QDU576Q"] }, "other", undefined],
    [{ Service: ["ec2.amazonaws.com"] }, "service", undefined],
    [{ Federated: ["arn:aws:iam::111122223333:saml-provider/EntraID"] }, "SAML provider", "111122223333"],
    [{ Federated: ["arn:aws:iam::111122223333:oidc-provider/ci.example.com/a"] }, "OIDC provider", "111122223333"],
    [{ Federated: ["accounts.google.com"] }, "OIDC provider", undefined],
    [{ Federated: ["arn:aws:iam::111122223333:role/EntraID"] }, "other", undefined],
    [{ CanonicalUser: ["79a59df900b949e5"] }, "other", undefined],
  ])("takes %j for %s", (principal, kind, accountId) => {
    expect(trustedPrincipals(principal).map((each) => [each.kind, each.accountId])).toEqual([[kind, accountId]]);
  });

  it("lists each of several, and nobody where none is named", () => {
    const kinds = trustedPrincipals({ AWS: ["111122223333", "*"], Service: ["ec2.amazonaws.com"] }).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(["account", "anybody", "service"]);
    expect(trustedPrincipals(undefined)).toEqual([]);
  });
});

describe("issuerOf", () => {
  it.each([
    ["arn:aws:iam::111122223333:oidc-provider/sts.windows.net/33e01921/", "sts.windows.net/33e01921/"],
    ["cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com"],
  ])("of %s is %s", (text, issuer) => {
    expect(issuerOf({ kind: "OIDC provider", text })).toBe(issuer);
  });
});
