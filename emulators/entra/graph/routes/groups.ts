import { getGroup, directGroupIds } from "../../state/groups";
import { isSameId } from "../../state/lookup";
import type { Entity, GraphCall, GraphRoute } from "../route";
import { directoryObjectEntities } from "../shapes/directory-objects";
import { groupEntity } from "../shapes/groups";
import { one } from "./lookup";

export const groupRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/groups",
    operation: "group-list",
    answer: ({ cloud }) => ({ collection: cloud.read().groups.map(groupEntity) }),
  },
  {
    method: "GET",
    path: "/groups/{id}",
    operation: "group-get",
    answer: ({ cloud, parameters }) => ({
      entity: one(cloud.read().groups.map(groupEntity), "id", parameters["id"]),
    }),
  },
  {
    method: "GET",
    path: "/groups/{id}/members",
    operation: "group-list-members",
    answer: (call) => ({ collection: related(call, ({ members }) => members) }),
  },
  {
    method: "GET",
    path: "/groups/{id}/owners",
    operation: "group-list-owners",
    answer: (call) => ({ collection: related(call, ({ owners }) => owners) }),
  },
  {
    method: "GET",
    path: "/groups/{id}/memberOf",
    operation: "group-list-memberof",
    answer: (call) => ({ collection: related(call, ({ id }) => directGroupIds(call.cloud.read(), id)) }),
  },
];

function related({ cloud, parameters }: GraphCall, idsOf: (group: ReturnType<typeof getGroup>) => string[]): Entity[] {
  const tenant = cloud.read();
  const ids = idsOf(getGroup(tenant, parameters["id"] ?? ""));
  return directoryObjectEntities(tenant)
    .filter(({ kind, id }) => kind !== "application" && ids.some((each) => isSameId(each, String(id))))
    .map(({ kind: _kind, ...entity }) => entity);
}
