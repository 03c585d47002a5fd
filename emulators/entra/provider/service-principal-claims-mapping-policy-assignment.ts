import type { Inputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import { assignClaimsMappingPolicy, removeClaimsMappingPolicy } from "../state/claims-policies";
import { isSameId } from "../state/lookup";
import { findServicePrincipal } from "../state/service-principals";
import { checksOf, isIdOf } from "./checks";
import type { TenantCloud } from "./cloud";
import { servicePrincipalClaimsMappingPolicyAssignmentSchema } from "./generated/schema";
import { text } from "./inputs";
import { formatId, parseId } from "./resource-id";

export const servicePrincipalClaimsMappingPolicyAssignment: ResourceFace<TenantCloud> = {
  schema: servicePrincipalClaimsMappingPolicyAssignmentSchema,
  modelled: ["claimsMappingPolicyId", "servicePrincipalId"],
  replaceOnChange: ["claimsMappingPolicyId", "servicePrincipalId"],
  replaceSource:
    "internal/services/serviceprincipals/service_principal_claims_mapping_policy_assignment_resource.go, ForceNew; recorded, run claims-policy-replaced",
  computed: [],
  checks: checksOf(
    isIdOf("claimsMappingPolicyId", "claimsMappingPolicy"),
    isIdOf("servicePrincipalId", "servicePrincipal"),
  ),

  create(cloud, inputs) {
    const ids = idsOf(inputs);
    cloud.transact((tenant) => {
      assignClaimsMappingPolicy(tenant, ids);
    });
    return { id: formatId("claimsPolicyAssignment", ids), outputs: {} };
  },

  read(cloud, id) {
    const { servicePrincipalId, policyId } = parseId("claimsPolicyAssignment", id);
    const assigned = findServicePrincipal(cloud.read(), servicePrincipalId)?.claimsMappingPolicyId;
    if (!assigned || !isSameId(assigned, policyId)) return undefined;
    const inputs = {
      claimsMappingPolicyId: formatId("claimsMappingPolicy", { policyId }),
      servicePrincipalId: formatId("servicePrincipal", { servicePrincipalId }),
    };
    return { id, inputs, outputs: {} };
  },

  update: (_cloud, _id, _news, olds) => olds,

  delete(cloud, id) {
    const ids = parseId("claimsPolicyAssignment", id);
    cloud.transact((tenant) => {
      removeClaimsMappingPolicy(tenant, ids);
    });
  },
};

function idsOf(inputs: Inputs): { servicePrincipalId: string; policyId: string } {
  const { servicePrincipalId } = parseId("servicePrincipal", text(inputs, "servicePrincipalId"));
  const { policyId } = parseId("claimsMappingPolicy", text(inputs, "claimsMappingPolicyId"));
  return { servicePrincipalId, policyId };
}
