import { getDirectoryObject, getDirectoryObjectOutput } from "@pulumi/azuread/getDirectoryObject";
import * as pulumi from "@pulumi/pulumi";
import { error, shown } from "#core/problems";
import { isPlain, plainEntries, refuse } from "../refusal";
import type { Problem } from "../../core/problems";

/** Object id → what it is: `User`, `Group`, `ServicePrincipal`. */
export type Kinds = ReadonlyMap<string, string>;

/** The members whose kind has to be known before anything is made: ids in plain text are those of what is there already. */
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

/**
 * The id of a member, once it is known to be no group's. An id that is an output is judged as soon as it has a value: in
 * the preview where a lookup gave it, else when its resource is there. What Entra does not know, or does not show, is left
 * to the membership itself.
 */
export function judgedMember(
  group: string,
  key: string,
  objectId: pulumi.Input<string>,
  options: pulumi.InvokeOptions,
): pulumi.Input<string> {
  if (isPlain(objectId)) return objectId;
  return pulumi.output(objectId).apply((id) => judgeMember(group, key, id, options));
}

/** @throws InvalidArguments for a group, and for who is no user */
export async function judgeMember(
  group: string,
  key: string,
  objectId: string,
  options: pulumi.InvokeOptions,
): Promise<string> {
  const kinds = await getDirectoryObject({ objectId }, options).then(
    ({ type }) => new Map([[objectId, type]]),
    () => new Map<string, string>(),
  );
  refuse("RoleGroup", group, memberKindProblems({ [key]: objectId }, kinds, "members"));
  return objectId;
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
