import type { GraphCall, GraphRoute } from "../route";
import { applicationEntity } from "../shapes/applications";
import { one } from "./lookup";

export const applicationRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/applications",
    operation: "application-list",
    answer: (call) => ({ collection: entities(call) }),
  },
  {
    method: "GET",
    path: "/applications/{id}",
    operation: "application-get",
    answer: (call) => ({ entity: one(entities(call), "id", call.parameters["id"]) }),
  },
  {
    method: "GET",
    path: "/applications(appId='{appId}')",
    operation: "application-get",
    answer: (call) => ({ entity: one(entities(call), "appId", call.parameters["appId"]) }),
  },
];

function entities({ cloud }: GraphCall) {
  return cloud.read().applications.map(applicationEntity);
}
