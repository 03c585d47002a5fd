import { assumedRoleArn } from "#core/aws";

import type { Account, Role, SamlSubject, Session, User } from "../account";
import { findAccessKey } from "../access-keys";
import { refusal } from "../refusals";
import { roleOfSession } from "../sessions";
import { arnOfUser } from "../users";

/** Who calls an account: its root user, a user, or a session of a role that may be gone by now. */
export type Principal =
  | { readonly kind: "root" }
  | { readonly kind: "user"; readonly user: User }
  | { readonly kind: "session"; readonly session: Session; readonly role: Role | undefined };

export interface Credentials {
  readonly principal: Principal;
  readonly secretAccessKey: string;
  /** Only temporary credentials have one. */
  readonly sessionToken?: string;
}

/** The credentials behind an access key id; nothing when the account has not given it out, or has it inactive. */
export function findCredentials(account: Account, accessKeyId: string): Credentials | undefined {
  const { rootKey } = account;
  if (rootKey.accessKeyId === accessKeyId) {
    return { principal: { kind: "root" }, secretAccessKey: rootKey.secretAccessKey };
  }
  const found = findAccessKey(account, accessKeyId);
  if (found?.key.status === "Active") {
    return { principal: { kind: "user", user: found.user }, secretAccessKey: found.key.secret };
  }
  const session = account.sessions.find((candidate) => candidate.accessKeyId === accessKeyId);
  if (session === undefined) return undefined;
  const { secretAccessKey, sessionToken } = session;
  return {
    principal: { kind: "session", session, role: roleOfSession(account, session) },
    secretAccessKey,
    sessionToken,
  };
}

/** Refuses temporary credentials whose time is over. */
export function checkNotExpired(principal: Principal, now: Date, service: string): void {
  if (principal.kind !== "session" || now < new Date(principal.session.expiration)) return;
  throw refusal(service === "s3" ? "expiredTokenS3" : "expiredToken");
}

/** The ARN that AWS shows for the caller. */
export function callerArn(account: Account, principal: Principal): string {
  const { partition, id: accountId } = account;
  if (principal.kind === "root") return `arn:${partition}:iam::${accountId}:root`;
  if (principal.kind === "user") return arnOfUser(account, principal.user);
  const { roleName, name: sessionName } = principal.session;
  return assumedRoleArn({ partition, accountId, roleName, sessionName });
}

/** What AWS calls the caller's unique id (`aws:userid`). */
export function callerId(account: Account, principal: Principal): string {
  if (principal.kind === "root") return account.id;
  if (principal.kind === "user") return principal.user.id;
  return `${principal.session.roleId}:${principal.session.name}`;
}

/** The condition keys that tell the caller. */
export function principalContext(account: Account, principal: Principal): [string, readonly string[]][] {
  const common: [string, readonly string[]][] = [
    ["aws:principalaccount", [account.id]],
    ["aws:userid", [callerId(account, principal)]],
  ];
  if (principal.kind === "root") {
    return [...common, ["aws:principalarn", [callerArn(account, principal)]], ["aws:principaltype", ["Account"]]];
  }
  if (principal.kind === "user") return [...common, ...userContext(account, principal.user)];
  return [...common, ...sessionContext(principal)];
}

function userContext(account: Account, user: User): [string, readonly string[]][] {
  return [
    ["aws:principalarn", [arnOfUser(account, user)]],
    ["aws:principaltype", ["User"]],
    ["aws:username", [user.name]],
    ...user.tags.map(({ key, value }): [string, string[]] => [`aws:principaltag/${key.toLowerCase()}`, [value]]),
  ];
}

function sessionContext({ session, role }: Extract<Principal, { kind: "session" }>): [string, readonly string[]][] {
  // A session's tag takes the place of the role's tag of the same key.
  const tags = new Map([...(role?.tags ?? []), ...session.tags].map(({ key, value }) => [key.toLowerCase(), value]));
  const context: [string, readonly string[]][] = [
    ["aws:principalarn", [session.roleArn]],
    ["aws:principaltype", ["AssumedRole"]],
    ["aws:tokenissuetime", [session.issuedAt]],
    ...samlContext(session.saml),
  ];
  for (const [key, value] of tags) context.push([`aws:principaltag/${key}`, [value]]);
  if (session.sourceIdentity !== undefined) context.push(["aws:sourceidentity", [session.sourceIdentity]]);
  return context;
}

function samlContext(saml: SamlSubject | undefined): [string, readonly string[]][] {
  if (saml === undefined) return [];
  return [
    ["aws:federatedprovider", [saml.providerArn]],
    ["saml:namequalifier", [saml.nameQualifier]],
    ["saml:sub", [saml.subject]],
    ["saml:sub_type", [saml.subjectType]],
  ];
}
