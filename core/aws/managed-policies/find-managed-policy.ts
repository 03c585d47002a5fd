import { parseArn, parseIamResource, type PartitionName } from "#core/aws";
import { managedPolicyNames } from "./managed-policy-names";

export interface ManagedPolicy {
  arn: string;
  name: string;
  /** Whether it is one of the policies of AWS that were known when the list was made. */
  known: boolean;
}

/** Path and name by name: `ViewOnlyAccess` is `job-function/ViewOnlyAccess`. */
const suffixes: ReadonlyMap<string, string> = new Map(
  managedPolicyNames.map((suffix) => [suffix.slice(suffix.lastIndexOf("/") + 1), suffix]),
);
const knownSuffixes: ReadonlySet<string> = new Set(managedPolicyNames);

/**
 * The managed policy that is meant by `ViewOnlyAccess`, `job-function/ViewOnlyAccess` or a full ARN.
 *
 * AWS adds policies every week, so a name that is well formed and not in the list is returned as not known, and so is
 * any other policy's ARN, such as a customer managed one.
 *
 * @returns `undefined` for what can be no managed policy at all.
 */
export function findManagedPolicy(nameOrArn: string, partition: PartitionName = "aws"): ManagedPolicy | undefined {
  if (nameOrArn.startsWith("arn:")) return policyOfArn(nameOrArn);
  const suffix = suffixes.get(nameOrArn) ?? nameOrArn;
  const name = suffix.slice(suffix.lastIndexOf("/") + 1);
  if (!/^([a-z-]+\/)?[\w+=,.@-]{1,128}$/.test(suffix)) return undefined;
  return { arn: `arn:${partition}:iam::aws:policy/${suffix}`, name, known: knownSuffixes.has(suffix) };
}

function policyOfArn(arn: string): ManagedPolicy | undefined {
  const parsed = parseArn(arn);
  const resource = parsed && parseIamResource(parsed);
  if (parsed === undefined || resource?.type !== "policy") return undefined;
  const suffix = `${resource.path.slice(1)}${resource.name}`;
  return { arn, name: resource.name, known: parsed.accountId === "aws" && knownSuffixes.has(suffix) };
}

/** Names of all known policies of AWS, without their paths. */
export function knownManagedPolicyNames(): string[] {
  return [...suffixes.keys()];
}
