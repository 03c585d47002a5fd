import { createAccessKey } from "../state/access-keys";
import type { Account, Invention } from "../state/account";
import { createPolicy, createPolicyVersion } from "../state/managed-policies";
import { attachRolePolicy, putRolePolicy } from "../state/role-policies";
import { createRole, roleOf } from "../state/roles";
import { putUserPolicy } from "../state/user-policies";
import { createUser } from "../state/users";
import { federate } from "./federation";
import { clients, type Keys, serveWith } from "./served-accounts";

export const accountArn = (resource: string): string => `arn:aws:iam::111122223333:${resource}`;
export const boundaryArn = accountArn("policy/boundaries/Boundary");

/** It holds every character that RFC 3986 has encoded and `encodeURIComponent` has not. */
export const document = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Action: "iam:*", Resource: "*", Condition: { StringLike: { "aws:username": "(it's)!*" } } },
  ],
});

export function allowing(...actions: readonly string[]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }],
  });
}

export function furnish(draft: Account, invention: Invention): void {
  federate(draft);
  createPolicy(draft, { name: "Boundary", path: "/boundaries/", document, description: "d" }, invention);
  createPolicyVersion(draft, { arn: boundaryArn, document: allowing("iam:Get*"), setAsDefault: true }, invention);
  const { trustPolicy } = roleOf(draft, "Developer");
  const tags = ["c", "a", "b"].map((key) => ({ key, value: key.toUpperCase() }));
  const settings = { trustPolicy, description: "Audits", permissionsBoundary: boundaryArn, tags };
  createRole(draft, { name: "Auditor", path: "/team/", ...settings }, invention);
  for (const name of ["two", "one"]) putRolePolicy(draft, { role: "Auditor", name, document });
  for (const policy of ["SecurityAudit", "job-function/ViewOnlyAccess"]) {
    attachRolePolicy(draft, { role: "Auditor", policyArn: `arn:aws:iam::aws:policy/${policy}` });
  }
  attachRolePolicy(draft, { role: "Auditor", policyArn: boundaryArn });
  createUser(draft, { name: "Svc", path: "/services/", tags: [{ key: "k", value: "v" }] }, invention);
  putUserPolicy(draft, { user: "Svc", name: "Own", document });
}

/** The furnished account, asked by its root user. */
export async function furnished(more: (draft: Account, invention: Invention) => void = () => undefined) {
  const served = await serveWith((handle) => {
    handle.change((draft, invention) => {
      furnish(draft, invention);
      more(draft, invention);
    });
  });
  return { served, ...clients(served.url, served.credentials("111122223333")) };
}

/** The furnished account, asked by a user who may do these things and no more. */
export async function askedBy(policy: string) {
  let keys: Keys = { accessKeyId: "", secretAccessKey: "" };
  const { served } = await furnished((draft, invention) => {
    createUser(draft, { name: "Caller" }, invention);
    putUserPolicy(draft, { user: "Caller", name: "Own", document: policy });
    const { id, secret } = createAccessKey(draft, { user: "Caller" }, invention);
    keys = { accessKeyId: id, secretAccessKey: secret };
  });
  return { ...clients(served.url, keys), keys };
}
