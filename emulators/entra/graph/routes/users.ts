import type { Entity, GraphCall, GraphRoute } from "../route";
import { defaultUserEntity, userEntity } from "../shapes/users";
import { one } from "./lookup";

export const userRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/users",
    operation: "user-list",
    answer: (call) => ({ collection: entities(call), byDefault: defaultUserEntity }),
  },
  {
    method: "GET",
    // By object id or by user principal name.
    path: "/users/{id}",
    operation: "user-get",
    answer: (call) => {
      const wanted = call.parameters["id"];
      const property = wanted?.includes("@") === true ? "userPrincipalName" : "id";
      return { entity: one(entities(call), property, wanted), byDefault: defaultUserEntity };
    },
  },
];

function entities({ cloud }: GraphCall): Entity[] {
  return cloud.read().users.map(userEntity);
}
