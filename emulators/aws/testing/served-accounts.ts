import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { IAMClient } from "@aws-sdk/client-iam";
import { S3Client } from "@aws-sdk/client-s3";
import { AssumeRoleWithSAMLCommand, STSClient } from "@aws-sdk/client-sts";
import { afterEach, beforeEach } from "vitest";

import { type AccountHandle, type Accounts, openAccounts } from "../accounts";
import { serveAccounts, type ServedAccounts } from "../server";
import { countingIds, developerArns, federate, firstKey, responseWith } from "./federation";

const accounts = [
  { id: "111122223333", name: "Account1" },
  { id: "444455556666", name: "Account2" },
];

/** The SDK signs by the machine's clock, so the emulated clock follows it, and can be put ahead by milliseconds. */
export const clock = { ahead: 0 };

let folder: string;
let served: ServedAccounts | undefined;

beforeEach(() => {
  clock.ahead = 0;
  folder = mkdtempSync(join(tmpdir(), "accounts-"));
});

afterEach(async () => {
  await stopServing();
  rmSync(folder, { recursive: true, force: true });
});

const options = () => ({
  folder,
  now: () => new Date(Date.now() + clock.ahead),
  newId: countingIds(),
  accounts,
});

export function accountFile(id: string): string {
  return join(folder, `account-${id}.json`);
}

export async function stopServing(): Promise<void> {
  await served?.close();
  served = undefined;
}

/** Serves what is on file. */
export async function serveAgain(): Promise<ServedAccounts> {
  served = await serveAccounts(options());
  return served;
}

/** Prepares account1 on file, then serves it. */
export async function serveWith(prepare: (account: AccountHandle, all: Accounts) => void): Promise<ServedAccounts> {
  const opened = openAccounts(options());
  const account = opened.find("111122223333");
  if (account === undefined) throw new Error("account1 is missing");
  prepare(account, opened);
  opened.close();
  return serveAgain();
}

export const federated = (): Promise<ServedAccounts> =>
  serveWith((account) => {
    account.change((draft) => {
      federate(draft);
    });
  });

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export function clients(url: string, credentials: Keys) {
  const settings = { endpoint: url, region: "us-east-1", credentials, maxAttempts: 1 };
  return { sts: new STSClient(settings), iam: new IAMClient(settings), s3: new S3Client(settings) };
}

export function freshResponse(key = firstKey): string {
  const now = new Date();
  return responseWith(
    {
      issueInstant: now,
      notBefore: new Date(now.getTime() - 300_000),
      notOnOrAfter: new Date(now.getTime() + 3600_000),
    },
    key,
  );
}

export async function signInAsDeveloper(url: string): Promise<Keys> {
  const sts = new STSClient({ endpoint: url, region: "us-east-1", maxAttempts: 1 });
  const { Credentials } = await sts.send(
    new AssumeRoleWithSAMLCommand({
      RoleArn: developerArns.roleArn,
      PrincipalArn: developerArns.principalArn,
      SAMLAssertion: freshResponse(),
    }),
  );
  return {
    accessKeyId: Credentials?.AccessKeyId ?? "",
    secretAccessKey: Credentials?.SecretAccessKey ?? "",
    sessionToken: Credentials?.SessionToken ?? "",
  };
}

export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return `${error.name}: ${error.message}`;
    throw error;
  }
  return "nothing was refused";
}
