import { arnProblems, type PartitionName } from "#core/aws";
import { didYouMean, error, nearestNames, type Problem, shown, warning } from "#core/problems";
import { findManagedPolicy, knownManagedPolicyNames } from "./find-managed-policy";

/** Known policies whose names are near, nearest first. */
export function nearestManagedPolicies(name: string): string[] {
  return nearestNames(name.slice(name.lastIndexOf("/") + 1), knownManagedPolicyNames());
}

/**
 * What is wrong with a managed policy as somebody wrote it: an ARN of another partition or account is an error; a name
 * that is not in the list is a warning, since AWS adds policies every week. A full ARN is taken as it is.
 */
export function managedPolicyProblems(
  nameOrArn: string,
  account: { partition: PartitionName; accountId: string },
  property: string,
): Problem[] {
  if (nameOrArn.startsWith("arn:")) return arnProblems(nameOrArn, { ...account, type: "policy" }, property);
  const policy = findManagedPolicy(nameOrArn, account.partition);
  const given = shown(nameOrArn);
  if (policy === undefined) {
    const expected = "the name of a managed policy of AWS, or a policy's ARN";
    return [error({ code: "managed-policy-malformed", property, given, expected })];
  }
  if (policy.known) return [];
  const meant = didYouMean(policy.name, knownManagedPolicyNames());
  const remedy = meant ?? "if AWS added it lately, give its full ARN and this warning goes away";
  const expected = "a managed policy of AWS that is known here";
  return [warning({ code: "managed-policy-unknown", property, given, expected, remedy })];
}
