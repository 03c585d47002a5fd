import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The demonstration's own secrets: all follow from one random key, which never leaves its folder. */
export interface DemoSecrets {
  /** Encrypts the secrets in the stacks' states. */
  readonly passphrase: string;
  /** The first password of a test user, by its name. */
  passwordOf(user: string): string;
}

/** Reads the key in `folder`, or makes one that only the owner can read. */
export function demoSecrets(folder: string): DemoSecrets {
  const file = join(folder, "key");
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  }
  const key = readFileSync(file, "utf8");
  const derive = (purpose: string): string => createHmac("sha256", key).update(purpose).digest("base64url");
  return {
    passphrase: derive("passphrase"),
    // Entra wants three of four kinds of character, which random ones need not have.
    passwordOf: (user) => `aA1-${derive(`password of ${user}`).slice(0, 28)}`,
  };
}
