import { findMissingPermission } from "../../state/authorization";
import { refusal } from "../../state/errors";
import type { DeletedItem } from "../../state/model";
import type { Entity, GraphCall, GraphRoute } from "../route";
import { applicationEntity } from "../shapes/applications";
import { type DirectoryKind, directoryKinds, directoryObjectEntities } from "../shapes/directory-objects";
import { defaultUserEntity, userEntity } from "../shapes/users";
import { one } from "./lookup";

/** Directory objects of any kind: who may read a kind sees it; Directory.Read.All sees all. */
export const directoryRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/directoryObjects/{id}",
    operation: "directoryobject-get",
    answer: (call) => {
      const { kind, ...entity } = one(directoryObjectEntities(call.cloud.read()), "id", call.parameters["id"]);
      if (!isVisible(call, kind as DirectoryKind)) throw refusal("insufficientPrivileges");
      return { entity };
    },
  },
  {
    method: "POST",
    path: "/directoryObjects/getByIds",
    operation: "directoryobject-getbyids",
    answer: (call) => ({ collection: byIds(call) }),
  },
  ...directoryKinds.map(([kind, operation]): GraphRoute => ({
    method: "GET",
    path: `/directory/deletedItems/microsoft.graph.${kind}`,
    operation,
    answer: (call) => ({ collection: deletedOf(call, kind) }),
  })),
];

function isVisible({ cloud }: GraphCall, kind: DirectoryKind): boolean {
  const operation = directoryKinds.find(([name]) => name === kind)?.[1];
  return operation !== undefined && findMissingPermission(cloud.caller(), operation) === undefined;
}

/** What is not found or not to be seen is left out. https://learn.microsoft.com/graph/api/directoryobject-getbyids */
function byIds(call: GraphCall): Entity[] {
  const { ids, types } = call.body;
  if (!isTexts(ids) || ids.length > 1000 || !(types === undefined || isTexts(types))) {
    throw refusal("invalidValue", { property: isTexts(ids) ? "types" : "ids", resource: "DirectoryObject" });
  }
  const wanted = new Set(ids.map((id) => id.toLowerCase()));
  const kinds = types?.filter((type) => type !== "directoryObject").map((type) => type.toLowerCase()) ?? [];
  return directoryObjectEntities(call.cloud.read())
    .filter(({ id }) => wanted.has(String(id).toLowerCase()))
    .filter(({ kind }) => (kinds.length === 0 || kinds.includes(kind.toLowerCase())) && isVisible(call, kind))
    .map(({ kind: _kind, ...entity }) => entity);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function deletedOf({ cloud }: GraphCall, kind: DirectoryKind): Entity[] {
  return cloud
    .read()
    .deletedItems.filter((item) => item.kind === kind)
    .map((item) => ({ ...deletedEntity(item), deletedDateTime: item.deletedDateTime }));
}

function deletedEntity(item: DeletedItem): Entity {
  if (item.kind === "application") return applicationEntity(item.object);
  if (item.kind === "user") return defaultUserEntity(userEntity(item.object));
  const { signingKeys: _private, claimsMappingPolicyId: _related, keyCredentials: _keys, ...shown } = item.object;
  return shown;
}
