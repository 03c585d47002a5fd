import type { Application } from "../../state/model";
import type { Entity } from "../route";

/** Shape: recorded, run recipe, as far as this tenant holds it. */
export function applicationEntity(application: Application): Entity {
  return {
    ...application,
    deletedDateTime: null,
    disabledByMicrosoftStatus: null,
    groupMembershipClaims: null,
    keyCredentials: [],
    passwordCredentials: [],
    requiredResourceAccess: [],
    samlMetadataUrl: null,
  };
}
