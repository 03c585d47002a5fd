import { parseArn, parseIamResource, type PartitionName, roleArn } from "#core/aws";
import type { AccountReader } from "./account-reader";

/** Whose policies count: of a session those of its role. */
export interface Principal {
  readonly arn: string;
  readonly kind: "role" | "user";
  readonly name: string;
  readonly partition: PartitionName;
  readonly accountId: string;
}

/** Who asks; nothing for who has no policies of its own, such as a federated user. */
export async function principalOf(account: AccountReader): Promise<Principal | "root" | undefined> {
  const { caller } = account;
  const arn = parseArn(caller.arn);
  if (arn === undefined) return undefined;
  if (arn.service === "iam" && arn.resource === "root") return "root";
  const { partition, accountId } = arn;
  const user = parseIamResource(arn);
  if (user?.type === "user") return { arn: caller.arn, kind: "user", name: user.name, partition, accountId };
  const [, name] = /^assumed-role\/([^/]+)\/[^/]+$/.exec(arn.resource) ?? [];
  if (name === undefined) return undefined;
  // A session's ARN has no path; where the role cannot be read, most have none.
  const found = await account.roleArn(name);
  const whole = "found" in found ? found.found : undefined;
  return { arn: whole ?? roleArn({ partition, accountId, name }), kind: "role", name, partition, accountId };
}

/**
 * Whether the role is one that IAM Identity Center keeps: IAM refuses to change it.
 * Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html
 */
export function isOfPermissionSet({ name }: Principal): boolean {
  return name.startsWith("AWSReservedSSO_");
}
