import type { SynchronizationError } from "../state/synchronization/model";
import type { AwsCredentials } from "../state/synchronization/secrets";

/** What AWS answers when the key is not good or may not read roles; only somebody of the tenant can mend it. */
const refusedCredentials: ReadonlySet<string> = new Set([
  "AccessDenied",
  "ExpiredToken",
  "IncompleteSignature",
  "InvalidAccessKeyId",
  "InvalidClientTokenId",
  "SignatureDoesNotMatch",
  "UnrecognizedClient",
]);

/** Why a cycle could not run without its secrets. */
export const noCredentials: SynchronizationError = {
  code: "CredentialsMissing",
  message: "Credentials are missing.",
  tenantActionable: true,
};

/**
 * What a failed reading of the roles is called in a job's status. Entra's own codes for it are not documented, so it
 * bears AWS's; neither half of the key stands in the message.
 */
export function cycleError(error: unknown, credentials: AwsCredentials): SynchronizationError {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const code = name.replace(/Exception$/, "");
  const secrets = [credentials.secretAccessKey, credentials.accessKeyId];
  const said = secrets.reduce((text, secret) => text.replaceAll(secret, "***"), message);
  return {
    code,
    message: `The roles of the AWS account could not be read (iam:ListRoles): ${said}`,
    tenantActionable: refusedCredentials.has(code),
  };
}
