import { parseArn, parseIamResource } from "#core/aws";
import { findManagedPolicy, knownManagedPolicyNames } from "#core/aws/managed-policies";

import type { Account } from "./account";

/** A managed policy by what its ARN alone tells. */
export interface PolicyReference {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
}

/** The managed policies of AWS that are known by name, as the account's partition has them. */
export function policiesOfAws({ partition }: Account): PolicyReference[] {
  return knownManagedPolicyNames().flatMap((name) => {
    const policy = findManagedPolicy(name, partition);
    return policy === undefined ? [] : [policyReference(policy.arn)];
  });
}

export function policyReference(arn: string): PolicyReference {
  const parsed = parseArn(arn);
  const resource = parsed && parseIamResource(parsed);
  if (resource === undefined) throw new Error(`${arn} was accepted and is no ARN of a policy`);
  return { name: resource.name, path: resource.path, arn };
}
