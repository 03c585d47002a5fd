import { error, type Problem, shown } from "#core/problems";
import { type Arn, parseArn, parseIamResource } from "./arn";
import type { PartitionName } from "./partition";

export interface ExpectedArn {
  partition: PartitionName;
  /** `undefined` accepts every account. */
  accountId?: string;
  /** What kind of IAM resource is meant: `role`, `policy`, `saml-provider`, `user`. */
  type: string;
}

/** What is wrong with the ARN of an IAM resource: not one, of another kind, another partition, another account. */
export function arnProblems(arn: string, expected: ExpectedArn, property: string): Problem[] {
  const parsed = parseArn(arn);
  const given = shown(arn);
  if (parsed === undefined || parseIamResource(parsed)?.type !== expected.type) {
    const example = `arn:${expected.partition}:iam::${expected.accountId ?? "111122223333"}:${expected.type}/…`;
    return [error({ code: "arn-malformed", property, given, expected: `the ARN of a ${expected.type}: ${example}` })];
  }
  return [
    ...partitionProblems(parsed, expected, given, property),
    ...accountProblems(parsed, expected, given, property),
  ];
}

function partitionProblems(arn: Arn, { partition }: ExpectedArn, given: string, property: string): Problem[] {
  if (arn.partition === partition) return [];
  return [error({ code: "arn-other-partition", property, given, expected: `an ARN of partition ${partition}` })];
}

function accountProblems(arn: Arn, { accountId, type }: ExpectedArn, given: string, property: string): Problem[] {
  if (accountId === undefined || arn.accountId === accountId) return [];
  // AWS itself owns managed policies, and nothing else that an account can refer to.
  if (arn.accountId === "aws" && type === "policy") return [];
  return [error({ code: "arn-other-account", property, given, expected: `an ARN of account ${accountId}` })];
}
