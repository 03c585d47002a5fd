import type { ClaimsMappingPolicy } from "../../state/model";
import type { Entity } from "../route";

/** Shape: recorded, run recipe. */
export function claimsMappingPolicyEntity(policy: ClaimsMappingPolicy): Entity {
  return {
    "@odata.type": "#microsoft.graph.claimsMappingPolicy",
    ...policy,
    deletedDateTime: null,
    isOrganizationDefault: false,
  };
}
