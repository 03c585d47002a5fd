import { parseArn, type PartitionName } from "#core/aws";
import { findManagedPolicy } from "#core/aws/managed-policies";

/** A managed policy as it will be attached. */
export interface AttachedPolicy {
  /** Stable part of the attachment's logical name: the policy's name, with its account where that is not AWS. */
  key: string;
  arn: string;
}

/** Names and ARNs as attachments, in the order given; what can be no managed policy is left out. */
export function attachedPolicies(namesOrArns: readonly string[], partition: PartitionName): AttachedPolicy[] {
  return namesOrArns.flatMap((nameOrArn) => {
    const policy = findManagedPolicy(nameOrArn, partition);
    return policy === undefined ? [] : [{ key: keyOf(policy), arn: policy.arn }];
  });
}

/** ARNs of those attachments that are an account's own policies. */
export function customerPolicyArns(namesOrArns: readonly string[]): string[] {
  return namesOrArns.filter((nameOrArn) => ownerOf(nameOrArn) !== "aws");
}

// An account's own policy may bear the name of one of AWS's.
function keyOf({ arn, name }: { arn: string; name: string }): string {
  const owner = ownerOf(arn);
  return owner === "aws" ? name : `${owner}-${name}`;
}

function ownerOf(nameOrArn: string): string {
  return parseArn(nameOrArn)?.accountId ?? "aws";
}
