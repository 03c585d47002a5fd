import { getGroupOutput } from "@pulumi/azuread/getGroup";
import * as pulumi from "@pulumi/pulumi";
import { error, shown } from "#core/problems";
import { heldByStackProblems, holderOf } from "../held-by-stack";
import type { Problem } from "../../core/problems";

/** A group that is there already, as it was found. */
export interface FoundGroup {
  objectId: string;
  displayName: string;
  securityEnabled: boolean;
  types: string[];
  /** URN by which the stack itself holds it. */
  holder?: string;
}

/** Reads a group by its object id; Entra's error where there is none. */
export function lookUpGroup(objectId: pulumi.Input<string>, options: pulumi.InvokeOptions): pulumi.Output<FoundGroup> {
  return pulumi
    .all([getGroupOutput({ objectId }, options), holderOf("group", objectId)])
    .apply(([{ objectId: id, displayName, securityEnabled, types }, holder]) => ({
      objectId: id,
      displayName,
      securityEnabled,
      types,
      holder,
    }));
}

/** What keeps a group from letting its members into a role. */
export function existingGroupProblems(group: FoundGroup, hasMembers: boolean, property: string): Problem[] {
  const given = `${shown(group.displayName)} (${group.objectId})`;
  return [
    ...heldByStackProblems(group.holder, group.objectId, property),
    ...(group.securityEnabled
      ? []
      : [
          error({
            code: "existing-group-not-security",
            property,
            given,
            expected: "a security group: app roles are given to no other",
          }),
        ]),
    ...(hasMembers && group.types.includes("DynamicMembership")
      ? [
          error({
            code: "existing-group-dynamic",
            property,
            given: `${given}, whose members a rule decides`,
            expected: "no members beside it, or a group with assigned members",
          }),
        ]
      : []),
  ];
}
