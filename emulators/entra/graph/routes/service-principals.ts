import { refusal } from "../../state/errors";
import { isSameId } from "../../state/lookup";
import { activateSigningCertificate } from "../../state/signing-certificates";
import type { Entity, GraphCall, GraphRoute } from "../route";
import { appRoleAssignmentEntities } from "../shapes/app-role-assignments";
import { claimsMappingPolicyEntity } from "../shapes/claims-mapping-policies";
import { servicePrincipalEntities, withoutCertificates } from "../shapes/service-principals";
import { one } from "./lookup";

export const servicePrincipalRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/servicePrincipals",
    operation: "serviceprincipal-list",
    answer: ({ cloud }) => ({ collection: servicePrincipalEntities(cloud.read()).map(withoutCertificates) }),
  },
  {
    method: "GET",
    path: "/servicePrincipals/{id}",
    operation: "serviceprincipal-get",
    answer: (call) => ({ entity: servicePrincipal(call), byDefault: withoutCertificates }),
  },
  {
    method: "GET",
    path: "/servicePrincipals(appId='{appId}')",
    operation: "serviceprincipal-get",
    answer: ({ cloud, parameters }) => ({
      entity: one(servicePrincipalEntities(cloud.read()), "appId", parameters["appId"]),
      byDefault: withoutCertificates,
    }),
  },
  {
    method: "PATCH",
    path: "/servicePrincipals/{id}",
    operation: "serviceprincipal-update",
    answer: activateCertificate,
  },
  {
    method: "GET",
    path: "/servicePrincipals/{id}/appRoleAssignedTo",
    operation: "serviceprincipal-list-approleassignedto",
    answer: (call) => ({ collection: assignmentsBy(call, "resourceId") }),
  },
  {
    method: "GET",
    path: "/servicePrincipals/{id}/appRoleAssignments",
    operation: "serviceprincipal-list-approleassignments",
    answer: (call) => ({ collection: assignmentsBy(call, "principalId") }),
  },
  {
    method: "GET",
    path: "/servicePrincipals/{id}/claimsMappingPolicies",
    operation: "serviceprincipal-list-claimsmappingpolicies",
    answer: (call) => ({ collection: claimsPolicies(call) }),
  },
];

function servicePrincipal({ cloud, parameters }: GraphCall): Entity {
  return one(servicePrincipalEntities(cloud.read()), "id", parameters["id"]);
}

/** The one property that a client changes outside the provider, which never patches it. Source: azuread#823. */
function activateCertificate({ cloud, parameters, body }: GraphCall): "no content" {
  const { preferredTokenSigningKeyThumbprint: thumbprint, ...others } = body;
  const [property] = Object.keys(others);
  if (property !== undefined || typeof thumbprint !== "string") {
    throw refusal("invalidValue", {
      property: property ?? "preferredTokenSigningKeyThumbprint",
      resource: "ServicePrincipal",
    });
  }
  cloud.transact((tenant) => {
    activateSigningCertificate(tenant, { servicePrincipalId: parameters["id"] ?? "", thumbprint });
  });
  return "no content";
}

function assignmentsBy(call: GraphCall, side: "principalId" | "resourceId"): Entity[] {
  const { id } = servicePrincipal(call);
  return appRoleAssignmentEntities(call.cloud.read()).filter((assignment) => assignment[side] === id);
}

function claimsPolicies({ cloud, parameters }: GraphCall): Entity[] {
  const tenant = cloud.read();
  const { id } = one(servicePrincipalEntities(tenant), "id", parameters["id"]);
  const policyId = tenant.servicePrincipals.find((each) => each.id === id)?.claimsMappingPolicyId;
  if (policyId === undefined || policyId === null) return [];
  return tenant.claimsMappingPolicies.filter((policy) => isSameId(policy.id, policyId)).map(claimsMappingPolicyEntity);
}
