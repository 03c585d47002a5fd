import {
  accountIdProblems,
  accountNameProblems,
  type ExpectedArn,
  isAccountId,
  isPartitionName,
  type PartitionName,
} from "#core/aws";
import { error, shown } from "#core/problems";
import { Partition, type AccountArgs } from "./account";
import type { Problem } from "../core/problems";

/** The partition of an account, with its default. */
export function partitionOf(account: AccountArgs): PartitionName {
  return account.partition ?? Partition.Aws;
}

/** What ARNs of an account are computed from. */
export function ownerOf(account: AccountArgs): { partition: PartitionName; accountId: string } {
  return { partition: partitionOf(account), accountId: account.id };
}

/** An ARN of this account; while the id itself is wrong, of any. */
export function arnOf(account: AccountArgs, type: string): ExpectedArn {
  return { partition: partitionOf(account), accountId: isAccountId(account.id) ? account.id : undefined, type };
}

/** What is wrong with an account's id, name or partition. */
export function accountProblems(account: AccountArgs): Problem[] {
  return [
    ...accountIdProblems(account.id, "account.id"),
    ...accountNameProblems(account.name, "account.name"),
    ...partitionProblems(account.partition),
  ];
}

function partitionProblems(partition: string | undefined): Problem[] {
  if (partition === undefined || isPartitionName(partition)) return [];
  const expected = `one of ${Object.values(Partition).join(", ")}`;
  return [error({ code: "partition-unknown", property: "account.partition", given: shown(partition), expected })];
}
