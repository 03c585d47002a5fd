import { describe, expect, it } from "vitest";

import {
  countingIds,
  developerArns,
  federatedAccount,
  issuedAt,
  refusalOf,
  responseWith,
} from "../../testing/federation";
import type { Account } from "../account";
import { attachRolePolicy, detachRolePolicy, putRolePolicy } from "../role-policies";
import { createRole, deleteRole } from "../roles";
import { assumeRoleWithSaml, type SamlSignIn } from "../sign-in";
import { authorizeCall, type Call } from "./authorize-call";
import { findCredentials } from "./principal";

const arn = "arn:aws:sts::111122223333:assumed-role/Developer/Test-AWSDeveloper@contoso.onmicrosoft.com";
const listBuckets: Call = { action: "s3:ListAllMyBuckets", resource: "*" };
const listUsers: Call = { action: "iam:ListUsers", resource: "arn:aws:iam::111122223333:user/" };

function signedIn(account: Account, input: Partial<SamlSignIn> = {}): (call: Call) => string {
  const signIn = { ...developerArns, samlResponse: responseWith(), ...input };
  const { session } = assumeRoleWithSaml(account, signIn, { now: issuedAt, newId: countingIds() });
  return (call) => {
    const credentials = findCredentials(account, session.accessKeyId);
    if (credentials === undefined) throw new Error("the session is unknown");
    return refusalOf(() => {
      authorizeCall(account, credentials.principal, call, issuedAt);
    });
  };
}

const policy = (statement: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*", ...statement } });

const allowed = "nothing was refused";

describe("authorizeCall", () => {
  it("asks the policies as they stand now, not as at sign-in", () => {
    const account = federatedAccount();
    const call = signedIn(account);
    expect(call(listBuckets)).toBe(allowed);
    detachRolePolicy(account, { role: "Developer", policyArn: "arn:aws:iam::aws:policy/AmazonS3FullAccess" });
    expect(call(listBuckets)).toBe(
      `AccessDenied: User: ${arn} is not authorized to perform: s3:ListAllMyBuckets on resource: * because no identity-based policy allows the s3:ListAllMyBuckets action`,
    );
  });

  it("leaves nothing to the session of a deleted role, though a new one has its name", () => {
    const account = federatedAccount();
    const call = signedIn(account);
    const { trustPolicy } = account.roles[0] ?? { trustPolicy: "" };
    const policyArn = "arn:aws:iam::aws:policy/AmazonS3FullAccess";
    detachRolePolicy(account, { role: "Developer", policyArn });
    deleteRole(account, { name: "Developer" });
    createRole(account, { name: "Developer", trustPolicy }, { now: issuedAt, newId: () => "another id" });
    attachRolePolicy(account, { role: "Developer", policyArn });
    expect(call(listBuckets)).toContain("because no identity-based policy allows");
  });

  it("holds a session to the policy it was opened with", () => {
    const account = federatedAccount();
    putRolePolicy(account, { role: "Developer", name: "All", document: policy({}) });
    const call = signedIn(account, { policy: policy({ Action: "s3:*" }) });
    expect(call(listBuckets)).toBe(allowed);
    expect(call(listUsers)).toContain("because no session policy allows the iam:ListUsers action");
  });

  it("knows the subject and the session in conditions", () => {
    const account = federatedAccount();
    const Condition = {
      StringEquals: {
        "saml:sub": "Test-AWSDeveloper@contoso.onmicrosoft.com",
        "aws:PrincipalArn": developerArns.roleArn,
      },
      StringLike: { "aws:userid": "*:Test-AWSDeveloper@*" },
    };
    putRolePolicy(account, {
      role: "Developer",
      name: "Own",
      document: policy({ Action: "iam:ListUsers", Condition }),
    });
    expect(signedIn(account)(listUsers)).toBe(allowed);
  });

  it("says that it does not know, where a decision hangs on a policy or key that nobody has read", () => {
    const account = federatedAccount();
    const policyArn = "arn:aws:iam::aws:policy/BrandNewAccess";
    attachRolePolicy(account, { role: "Developer", policyArn });
    expect(signedIn(account)(listUsers)).toBe(
      `NotEmulated: The emulated account cannot decide whether ${arn} may perform iam:ListUsers: it hangs on the text of ${policyArn}.`,
    );
    detachRolePolicy(account, { role: "Developer", policyArn });
    const document = policy({ Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } });
    putRolePolicy(account, { role: "Developer", name: "Mfa", document });
    expect(signedIn(account)(listUsers)).toMatch(/^NotEmulated: .*aws:multifactorauthpresent in inline:Mfa\.$/i);
  });
});
