import type { AwsCredentials } from "../state/synchronization/secrets";

/** A role as `iam:ListRoles` tells it. */
export interface ListedRole {
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  /** JSON text, decoded. */
  readonly trustPolicy: string;
}

/**
 * Reads all roles of the account that a key belongs to, as the provisioning service does: by `iam:ListRoles` and
 * nothing else.
 *
 * @throws an error whose name is AWS's code, such as `InvalidClientTokenId` or `AccessDenied`
 */
export type ListRoles = (credentials: AwsCredentials) => Promise<readonly ListedRole[]>;
