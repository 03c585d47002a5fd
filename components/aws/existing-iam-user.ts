import { getUserOutput } from "@pulumi/aws/iam/getUser";
import * as pulumi from "@pulumi/pulumi";
import { arnProblems, parseArn, parseIamResource } from "#core/aws";
import { error, shown } from "#core/problems";
import { arnOf } from "../account-checks";
import { heldByStackProblems, holderOf } from "../held-by-stack";
import type { Problem } from "../../core/problems";
import type { AccountArgs } from "../account";

/** An IAM user who is there already, as found. */
export interface FoundIamUser {
  arn: string;
  /** URN by which the stack itself holds the user. */
  holder?: string;
}

/** Name and path in the ARN of a user; an empty name where it is none. */
export function iamUserOf(arn: string): { name: string; path?: string } {
  const parsed = parseArn(arn);
  const { name = "", path } = (parsed && parseIamResource(parsed)) ?? {};
  return { name, path };
}

/** What is wrong with the ARN of a user who is to be there already, as far as it tells. */
export function existingIamUserArgumentProblems(arn: string, account: AccountArgs, property: string): Problem[] {
  return arnProblems(arn, arnOf(account, "user"), property);
}

/** Reads a user by the name in the ARN; AWS's error where there is none. */
export function lookUpIamUser(arn: string, options: pulumi.InvokeOptions): pulumi.Output<FoundIamUser> {
  return pulumi
    .all([getUserOutput({ userName: iamUserOf(arn).name }, options), holderOf("iamUser", arn)])
    .apply(([found, holder]) => ({ arn: found.arn, holder }));
}

/** What keeps an IAM user from being the one with whose key Entra is to read the roles. */
export function existingIamUserProblems(found: FoundIamUser, arn: string, property: string): Problem[] {
  if (found.arn !== arn) {
    const expected = `the ARN of the user of that name: ${found.arn}`;
    return [error({ code: "existing-user-other-path", property, given: shown(arn), expected })];
  }
  return heldByStackProblems(found.holder, found.arn, property);
}
