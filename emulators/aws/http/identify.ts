import { type SignatureRefusal, verifySignature } from "#emulators/wire/aws-signature";

import type { AccountHandle, Accounts } from "../accounts";
import { checkNotExpired, type Credentials, findCredentials } from "../state/authorization";
import { refusal } from "../state/refusals";
import type { Caller, Received } from "./exchange";

const incomplete: ReadonlySet<SignatureRefusal> = new Set(["date-missing"]);
const skewed: ReadonlySet<SignatureRefusal> = new Set(["expired", "not-yet-current"]);

/** Who signed the request, in which account. @throws as AWS does for keys, tokens, clocks and signatures */
export function identify(accounts: Accounts, received: Received, service: string): Caller {
  const { claim, headers } = received;
  if (claim === undefined) {
    if (headers.has("authorization")) {
      throw refusal("incompleteSignature", {
        reason: "Authorization header requires Credential, SignedHeaders and Signature.",
      });
    }
    throw refusal("missingAuthentication");
  }
  if (claim.service !== service) {
    throw refusal("signatureDoesNotMatch", { reason: `Credential should be scoped to correct service: '${service}'.` });
  }
  const found = findInAll(accounts, claim.accessKeyId);
  if (found === undefined || found.credentials.sessionToken !== headers.get("x-amz-security-token")) {
    throw refusal(service === "s3" ? "unknownAccessKeyS3" : "unknownAccessKey");
  }
  const { account, credentials } = found;
  const failure = verifySignature(received, claim, credentials.secretAccessKey, accounts.now());
  if (failure !== undefined) throw signatureRefusal(failure, service);
  checkNotExpired(credentials.principal, accounts.now(), service);
  return { account, principal: credentials.principal };
}

function signatureRefusal({ refusal: kind, message }: { refusal: SignatureRefusal; message: string }, service: string) {
  if (incomplete.has(kind)) return refusal("incompleteSignature", { reason: message });
  if (service === "s3" && skewed.has(kind)) return refusal("clockSkewS3");
  return refusal("signatureDoesNotMatch", { reason: message });
}

function findInAll(
  accounts: Accounts,
  accessKeyId: string,
): { account: AccountHandle; credentials: Credentials } | undefined {
  for (const account of [...accounts.all(), accounts.management]) {
    const credentials = findCredentials(account.read(), accessKeyId);
    if (credentials !== undefined) return { account, credentials };
  }
  return undefined;
}
