import type { Group } from "../../state/model";
import type { Entity } from "../route";

/** Shape: recorded, run recipe. Members and owners are asked for apart. */
export function groupEntity(group: Group): Entity {
  const { members: _members, owners: _owners, ...shown } = group;
  return {
    ...shown,
    deletedDateTime: null,
    groupTypes: [],
    mail: null,
    mailEnabled: false,
    membershipRule: null,
    membershipRuleProcessingState: null,
    onPremisesSyncEnabled: null,
    proxyAddresses: [],
    securityIdentifier: null,
    visibility: null,
  };
}
