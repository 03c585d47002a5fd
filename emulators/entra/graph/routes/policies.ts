import type { GraphCall, GraphRoute } from "../route";
import { claimsMappingPolicyEntity } from "../shapes/claims-mapping-policies";
import { namedLocationEntity } from "../shapes/named-locations";
import { one } from "./lookup";

export const policyRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/policies/claimsMappingPolicies",
    operation: "claimsmappingpolicy-list",
    answer: (call) => ({ collection: claimsPolicies(call) }),
  },
  {
    method: "GET",
    path: "/policies/claimsMappingPolicies/{id}",
    operation: "claimsmappingpolicy-get",
    answer: (call) => ({ entity: one(claimsPolicies(call), "id", call.parameters["id"]) }),
  },
  {
    method: "GET",
    path: "/identity/conditionalAccess/policies",
    operation: "conditionalaccessroot-list-policies",
    answer: (call) => ({ collection: conditionalAccessPolicies(call) }),
  },
  {
    method: "GET",
    path: "/identity/conditionalAccess/policies/{id}",
    operation: "conditionalaccesspolicy-get",
    answer: (call) => ({ entity: one(conditionalAccessPolicies(call), "id", call.parameters["id"]) }),
  },
  {
    method: "GET",
    path: "/identity/conditionalAccess/namedLocations",
    operation: "conditionalaccessroot-list-namedlocations",
    answer: (call) => ({ collection: namedLocations(call) }),
  },
  {
    method: "GET",
    path: "/identity/conditionalAccess/namedLocations/{id}",
    operation: "namedlocation-get",
    answer: (call) => ({ entity: one(namedLocations(call), "id", call.parameters["id"]) }),
  },
];

function claimsPolicies({ cloud }: GraphCall) {
  return cloud.read().claimsMappingPolicies.map(claimsMappingPolicyEntity);
}

/** They are kept in Graph's own shape. */
function conditionalAccessPolicies({ cloud }: GraphCall) {
  return cloud.read().conditionalAccessPolicies.map((policy) => ({ templateId: null, ...policy }));
}

function namedLocations({ cloud }: GraphCall) {
  return cloud.read().namedLocations.map(namedLocationEntity);
}
