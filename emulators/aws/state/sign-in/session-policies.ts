import { policySize } from "#core/aws/policy";

import type { Account, Session } from "../account";
import { checkIdentityPolicy } from "../documents";
import { checkAttachable } from "../managed-policies";
import { refusal } from "../refusals";

/** The policies that a session is held to beside its role's. */
export interface SessionPolicies {
  readonly policy?: string;
  readonly policyArns?: readonly string[];
}

/** In characters without white space, policies and tags together. */
const packedSize = 2048;

/** @throws ValidationError, MalformedPolicyDocument */
export function checkSessionPolicies(account: Account, { policy, policyArns = [] }: SessionPolicies): void {
  if (policyArns.length > 10) throw refusal("tooLarge", { value: policyArns.length, member: "policyArns", limit: 10 });
  if (policy !== undefined) {
    if (policySize(policy) > packedSize) {
      throw refusal("tooLong", { value: "(the policy)", member: "policy", limit: packedSize });
    }
    checkIdentityPolicy(policy);
  }
  for (const arn of policyArns) checkAttachable(account, arn);
}

/** Per cent of what policies and tags of a session may take; zero without any. */
export function packedPolicySize({ policy = "", policyArns, tags }: Session): number {
  const rest = [...policyArns, ...tags.flatMap(({ key, value }) => [key, value])].join("").length;
  return Math.ceil(((policySize(policy) + rest) / packedSize) * 100);
}
