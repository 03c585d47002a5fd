import { getUserOutput } from "@pulumi/azuread/getUser";
import * as pulumi from "@pulumi/pulumi";
import { error, shown, warning } from "#core/problems";
import { heldByStackProblems, holderOf } from "../held-by-stack";
import type { Problem } from "../../core/problems";

/** A user who is there already, as found. */
export interface FoundUser {
  objectId: string;
  userPrincipalName: string;
  accountEnabled: boolean;
  /** URN by which the stack itself holds the user. */
  holder?: string;
}

/** Reads a user by object id; Entra's error where there is none. */
export function lookUpUser(objectId: pulumi.Input<string>, options: pulumi.InvokeOptions): pulumi.Output<FoundUser> {
  return pulumi
    .all([getUserOutput({ objectId }, options), holderOf("user", objectId)])
    .apply(([{ objectId: id, userPrincipalName, accountEnabled }, holder]) => ({
      objectId: id,
      userPrincipalName,
      accountEnabled,
      holder,
    }));
}

/** What keeps a user from being the one that is meant, or from signing in. */
export function existingUserProblems(found: FoundUser, userPrincipalName: string, property: string): Problem[] {
  const given = `${shown(found.objectId)}, the user ${shown(found.userPrincipalName)}`;
  const isMeant = found.userPrincipalName.toLowerCase() === userPrincipalName.toLowerCase();
  return [
    ...heldByStackProblems(found.holder, found.objectId, property),
    ...(isMeant
      ? []
      : [
          error({ code: "existing-user-other-name", property, given, expected: `that of ${shown(userPrincipalName)}` }),
        ]),
    ...(found.accountEnabled
      ? []
      : [warning({ code: "existing-user-disabled", property, given, expected: "a user whose account is enabled" })]),
  ];
}
