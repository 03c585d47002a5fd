import { createHash, scryptSync, timingSafeEqual } from "node:crypto";

import type { PasswordHash } from "./model";

// Fixed so that a state file stays readable by every version; 16 MB and about 30 ms a password.
const cost = { N: 16_384, r: 8, p: 1, length: 32 };

/** Hashes a password with a salt derived from a fresh id. */
export function hashPassword(password: string, newId: () => string): PasswordHash {
  const salt = createHash("sha256").update(newId()).digest("base64");
  return { salt, hash: derive(password, salt).toString("base64") };
}

export function isPassword(candidate: string, { salt, hash }: PasswordHash): boolean {
  return timingSafeEqual(derive(candidate, salt), Buffer.from(hash, "base64"));
}

function derive(password: string, salt: string): Buffer {
  return scryptSync(password.normalize("NFC"), Buffer.from(salt, "base64"), cost.length, cost);
}
