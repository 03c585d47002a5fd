import { describe, expect, it } from "vitest";

import {
  attributesWith,
  developerArns,
  federatedAccount,
  inventionAt,
  issuedAt,
  refusalOf,
  responseWith,
} from "../../testing/federation";
import { createAccessKey } from "../access-keys";
import type { Account } from "../account";
import { findCredentials } from "../authorization";
import { putRolePolicy } from "../role-policies";
import { createRole, updateRole } from "../roles";
import { deployerAccessKeyId, seedAccount, seedManagement } from "../seed";
import { putUserPolicy } from "../user-policies";
import { createUser } from "../users";
import { assumeRole, type Caller, type RoleRequest } from "./assume-role";
import { assumeRoleWithSaml } from "./assume-role-with-saml";

// Judge: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html (2026-11-24).

const invention = inventionAt(issuedAt);
const management = seedManagement(invention);
const roleArn = "arn:aws:iam::111122223333:role/Deployer";
const account = (): Account => seedAccount({ id: "111122223333", name: "Account1" }, invention);

function callerBy(of: Account, accessKeyId: string): Caller {
  const found = findCredentials(of, accessKeyId);
  if (found === undefined) throw new Error("nobody has these keys");
  return { account: of, principal: found.principal };
}

const deployer = callerBy(management, deployerAccessKeyId);

function trusting(principal: object | string, condition: object = {}): string {
  const statement = { Effect: "Allow", Principal: principal, Action: "sts:AssumeRole", ...condition };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

function refused(target: Account | undefined, request: Partial<RoleRequest>, caller = deployer): string {
  return refusalOf(() => assumeRole(target, caller, { roleArn, sessionName: "ci", ...request }, invention));
}

const allowed = "nothing was refused";
const denied = (principal: string, resource = roleArn): string =>
  `AccessDenied: User: ${principal} is not authorized to perform: sts:AssumeRole on resource: ${resource}`;
const deployerArn = "arn:aws:iam::999999999999:user/deployer";
const otherArn = "arn:aws:iam::111122223333:role/Other";

const may = (action: string): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action: action, Resource: "*" } });

/** A user of the account with keys. */
function userOf(of: Account): Caller {
  createUser(of, { name: "Svc" }, invention);
  return callerBy(of, createAccessKey(of, { user: "Svc" }, invention).id);
}

describe("assumeRole", () => {
  it("opens a session of an hour that no response vouches for", () => {
    const { session } = assumeRole(account(), deployer, { roleArn, sessionName: "ci" }, invention);
    expect(session).toMatchObject({ roleArn, roleName: "Deployer", name: "ci", expiration: "2026-03-01T13:00:00Z" });
    expect(session.saml).toBeUndefined();
  });

  it("tells a missing role, another path and a missing account like a role that does not trust the caller", () => {
    const elsewhere = "arn:aws:iam::111122223333:role/team/Deployer";
    expect(refused(account(), { roleArn: elsewhere })).toBe(denied(deployerArn, elsewhere));
    expect(refused(undefined, { roleArn: elsewhere })).toBe(denied(deployerArn, elsewhere));
    const target = account();
    createRole(target, { name: "Other", trustPolicy: trusting({ AWS: "arn:aws:iam::444455556666:root" }) }, invention);
    expect(refused(target, { roleArn: otherArn })).toBe(denied(deployerArn, otherArn));
  });

  it("asks across accounts for both: the trust policy and the caller's own", () => {
    const target = account();
    const home = seedAccount({ id: "444455556666", name: "Account2" }, invention);
    const user = userOf(home);
    const trustPolicy = trusting({ AWS: "arn:aws:iam::444455556666:user/Svc" });
    createRole(target, { name: "Other", trustPolicy }, invention);
    const ask = (): string => refused(target, { roleArn: otherArn }, user);
    expect(ask()).toBe(denied("arn:aws:iam::444455556666:user/Svc", otherArn));
    putUserPolicy(home, { user: "Svc", name: "May", document: may("sts:AssumeRole") });
    expect(ask()).toBe(allowed);
  });

  it("asks within one account for the caller's own where the trust policy names the account only", () => {
    const target = account();
    const user = userOf(target);
    const named = trusting({ AWS: "arn:aws:iam::111122223333:user/Svc" });
    createRole(target, { name: "Named", trustPolicy: named }, invention);
    createRole(target, { name: "Whole", trustPolicy: trusting({ AWS: "111122223333" }) }, invention);
    const ask = (name: string): string => refused(target, { roleArn: `arn:aws:iam::111122223333:role/${name}` }, user);
    const svc = "arn:aws:iam::111122223333:user/Svc";
    expect(ask("Named")).toBe(allowed);
    expect(ask("Whole")).toBe(denied(svc, "arn:aws:iam::111122223333:role/Whole"));
    putUserPolicy(target, { user: "Svc", name: "May", document: may("sts:*") });
    expect(ask("Whole")).toBe(allowed);
    expect(ask("Deployer")).toBe(denied(svc));
  });

  it("is held to the external id and the session name that the trust policy asks for", () => {
    const target = account();
    const conditions = { "sts:ExternalId": "contoso", "sts:RoleSessionName": "ci" };
    const trustPolicy = trusting({ AWS: "999999999999" }, { Condition: { StringEquals: conditions } });
    createRole(target, { name: "Other", trustPolicy }, invention);
    const ask = (request: Partial<RoleRequest>): string => refused(target, { roleArn: otherArn, ...request });
    expect(ask({})).toBe(denied(deployerArn, otherArn));
    expect(ask({ externalId: "other" })).toBe(denied(deployerArn, otherArn));
    expect(ask({ externalId: "contoso", sessionName: "laptop" })).toBe(denied(deployerArn, otherArn));
    expect(ask({ externalId: "contoso" })).toBe(allowed);
  });

  it("lets no root user in", () => {
    const target = account();
    const root: Caller = { account: target, principal: { kind: "root" } };
    expect(refused(target, {}, root)).toBe("AccessDenied: Roles may not be assumed by root accounts.");
  });

  it("lasts as long as the role lets it, and an hour where a session asks", () => {
    const target = account();
    createRole(target, { name: "Other", trustPolicy: trusting("*"), maxSessionDuration: 7200 }, invention);
    const ask = (durationSeconds: number, caller?: Caller): string =>
      refused(target, { roleArn: otherArn, durationSeconds }, caller);
    expect(ask(7200)).toBe(allowed);
    expect(ask(7201)).toBe(
      "ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    );
    const { role, session } = assumeRole(target, deployer, { roleArn, sessionName: "ci" }, invention);
    const chained: Caller = { account: target, principal: { kind: "session", session, role } };
    expect(ask(3600, chained)).toBe(allowed);
    expect(ask(3601, chained)).toBe(
      "ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
    );
  });

  it("does not guess where the trust policy hangs on the second factor of a session", () => {
    const target = federatedAccount();
    const Condition = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
    createRole(target, { name: "Other", trustPolicy: trusting("*", { Condition }) }, invention);
    const signIn = { ...developerArns, samlResponse: responseWith() };
    const { session } = assumeRoleWithSaml(target, signIn, invention);
    const developer = callerBy(target, session.accessKeyId);
    expect(refused(target, { roleArn: otherArn }, developer)).toMatch(/^NotEmulated: .* may perform sts:AssumeRole/);
    // Long-lived keys have no second factor, which is known.
    expect(refused(target, { roleArn: otherArn })).toBe(denied(deployerArn, otherArn));
  });

  it("tells a denial, where the caller's own policies deny what the trust policy leaves open", () => {
    const target = federatedAccount();
    const Condition = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
    createRole(target, { name: "Other", trustPolicy: trusting("*", { Condition }) }, invention);
    const document = JSON.stringify({
      Version: "2012-10-17",
      Statement: { Effect: "Deny", Action: "sts:AssumeRole", Resource: "*" },
    });
    putRolePolicy(target, { role: "Developer", name: "Stay", document });
    const signIn = { ...developerArns, samlResponse: responseWith() };
    const { session } = assumeRoleWithSaml(target, signIn, invention);
    const developer = callerBy(target, session.accessKeyId);
    expect(refused(target, { roleArn: otherArn }, developer)).toMatch(/^AccessDenied: /);
  });

  it("hands a session's source identity on, and only where the next role lets it", () => {
    const target = federatedAccount();
    const trustPolicy = trusting(
      { Federated: developerArns.principalArn },
      {
        Action: ["sts:AssumeRoleWithSAML", "sts:SetSourceIdentity"],
      },
    );
    updateRole(target, { name: "Developer", trustPolicy });
    const next = (Action: string[]) => trusting({ AWS: developerArns.roleArn }, { Action });
    createRole(target, { name: "Other", trustPolicy: next(["sts:AssumeRole"]) }, invention);
    const attributes = attributesWith({ SourceIdentity: ["alice"] });
    const { session } = assumeRoleWithSaml(
      target,
      { ...developerArns, samlResponse: responseWith({ attributes }) },
      invention,
    );
    const alice = callerBy(target, session.accessKeyId);
    expect(refused(target, { roleArn: otherArn }, alice)).toMatch(
      /^AccessDenied: User: .* is not authorized to perform: sts:SetSourceIdentity on resource: .*role\/Other$/,
    );
    updateRole(target, { name: "Other", trustPolicy: next(["sts:AssumeRole", "sts:SetSourceIdentity"]) });
    const chained = assumeRole(target, alice, { roleArn: otherArn, sessionName: "ci" }, invention);
    expect(chained.session.sourceIdentity).toBe("alice");
  });

  it.each([
    [{ sessionName: "a" }, /'roleSessionName'.*greater than or equal to 2$/],
    [{ sessionName: "a".repeat(65) }, /'roleSessionName'.*less than or equal to 64$/],
    [{ sessionName: "a b" }, /'roleSessionName'.*regular expression/],
    [{ externalId: "a" }, /'externalId'.*greater than or equal to 2$/],
    [{ externalId: "a b" }, /'externalId'.*regular expression/],
    [{ policyArns: Array.from({ length: 11 }, () => "arn:aws:iam::aws:policy/ReadOnlyAccess") }, /'policyArns'.*10$/],
  ])("refuses %j", (request, message) => {
    expect(refused(account(), request)).toMatch(message);
  });
});
