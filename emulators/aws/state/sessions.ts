import { createHash } from "node:crypto";

import { type Account, type Invention, type Role, secretKey, type Session, timestamp, uniqueId } from "./account";

/** How long an ended session is remembered, so that its credentials are called expired and not unknown. */
const rememberedForMilliseconds = 24 * 3600_000;

export type SessionStart = Omit<
  Session,
  "accessKeyId" | "secretAccessKey" | "sessionToken" | "roleName" | "roleId" | "issuedAt" | "expiration"
> & {
  readonly role: Role;
  readonly seconds: number;
};

/** Credentials for a role, which count once they are kept. */
export function newSession({ role, seconds, ...rest }: SessionStart, { now, newId }: Invention): Session {
  return {
    ...rest,
    accessKeyId: uniqueId("ASIA", newId),
    secretAccessKey: secretKey(newId),
    sessionToken: sessionToken(newId),
    roleName: role.name,
    roleId: role.id,
    issuedAt: timestamp(now),
    expiration: timestamp(new Date(now.getTime() + seconds * 1000)),
  };
}

/** Remembers a session, and forgets those that ended long ago. */
export function keepSession(account: Account, session: Session, now: Date): void {
  const forgotten = new Date(now.getTime() - rememberedForMilliseconds);
  account.sessions = account.sessions.filter(({ expiration }) => new Date(expiration) > forgotten);
  account.sessions.push(session);
}

/** The role of a session, unless it was deleted since; one of the same name made later is another role. */
export function roleOfSession(account: Account, session: Session): Role | undefined {
  return account.roles.find(({ id }) => id === session.roleId);
}

function sessionToken(newId: () => string): string {
  return createHash("sha512").update(`${newId()} ${newId()}`).digest("base64");
}
