import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
    writeKey(file);
  }
  const key = readFileSync(file, "utf8");
  if (!/^[0-9a-f]{64}$/.test(key)) {
    throw new Error(`${file} is damaged, and without it nothing in ${folder} can be read. Remove that folder.`);
  }
  const derive = (purpose: string): string => createHmac("sha256", key).update(purpose).digest("base64url");
  return {
    passphrase: derive("passphrase"),
    // Entra wants three of four kinds of character, which random ones need not have.
    passwordOf: (user) => `aA1-${derive(`password of ${user}`).slice(0, 28)}`,
  };
}

/** The file appears whole or not at all: from half a key, or from none, anybody could derive the passwords. */
function writeKey(file: string): void {
  const draft = `${file}.draft`;
  rmSync(draft, { force: true });
  writeFileSync(draft, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  renameSync(draft, file);
}
