import { getDirectoryObjectOutput } from "@pulumi/azuread/getDirectoryObject";
import * as pulumi from "@pulumi/pulumi";
import { error, shown } from "#core/problems";
import { plainEntries } from "../refusal";
import type { Problem } from "../../core/problems";

/** Object id → what it is: `User`, `Group`, `ServicePrincipal`. */
export type Kinds = ReadonlyMap<string, string>;

/** The members whose kind can be looked up now: ids in plain text are those of what is there already. */
export function knownMemberIds(members: Record<string, pulumi.Input<string>> | undefined): string[] {
  return [...new Set(plainEntries(members).map(([, objectId]) => objectId))];
}

/** Asks Entra what these object ids are. */
export function lookUpKinds(objectIds: readonly string[], options: pulumi.InvokeOptions): pulumi.Output<Kinds> {
  const found = objectIds.map((objectId) =>
    getDirectoryObjectOutput({ objectId }, options).type.apply((type) => [objectId, type] as const),
  );
  return pulumi.all(found).apply((entries) => new Map(entries));
}

/** Members that are no users, and why that is of no use. */
export function memberKindProblems(
  members: Record<string, pulumi.Input<string>> | undefined,
  kinds: Kinds,
  property: string,
): Problem[] {
  return plainEntries(members).flatMap(([key, objectId]) => {
    const kind = kinds.get(objectId);
    if (kind === undefined || kind === "User") return [];
    return [
      error({
        code: kind === "Group" ? "member-is-group" : "member-not-user",
        property: `${property}.${key}`,
        given: `${shown(objectId)}, a ${kind}`,
        expected:
          kind === "Group"
            ? "a user: Entra gives app roles to no member of a nested group"
            : "a user: nobody else signs in to AWS by a SAML response",
        remedy: kind === "Group" ? "name the group's members, or take the group itself as the role's" : undefined,
      }),
    ];
  });
}
