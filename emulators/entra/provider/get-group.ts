import type { Inputs, InvokeFace, Outputs } from "#emulators/wire/pulumi-provider";

import { isSameId } from "../state/lookup";
import type { Group } from "../state/model";
import type { TenantCloud } from "./cloud";
import { getGroupSchema } from "./generated/schema";
import { lookupBy, type LookupKey } from "./lookup-by";
import { formatId } from "./resource-id";

const keys: readonly LookupKey<Group>[] = [
  { argument: "objectId", label: "object ID", matches: ({ id }, wanted) => isSameId(id, wanted) },
  { argument: "displayName", label: "display name", matches: (each, wanted) => each.displayName === wanted },
  { argument: "mailNickname", label: "mail nickname", matches: (each, wanted) => each.mailNickname === wanted },
];

export const getGroup: InvokeFace<TenantCloud> = {
  schema: getGroupSchema,
  modelled: [...keys.map(({ argument }) => argument), "securityEnabled"],
  invoke: (cloud, args) => outputsOf(lookupBy("Group", candidates(cloud.read().groups, args), keys, args)),
};

function candidates(groups: readonly Group[], args: Inputs): readonly Group[] {
  const wanted = args["securityEnabled"];
  return typeof wanted === "boolean" ? groups.filter((group) => group.securityEnabled === wanted) : groups;
}

function outputsOf(group: Group): Outputs {
  return {
    ...unset,
    assignableToRole: group.isAssignableToRole,
    description: group.description ?? "",
    displayName: group.displayName,
    id: formatId("group", { groupId: group.id }),
    mailNickname: group.mailNickname,
    members: group.members,
    objectId: group.id,
    owners: group.owners,
    securityEnabled: group.securityEnabled,
  };
}

/** What only Microsoft 365, dynamic and synchronised groups have. */
const unset: Outputs = {
  autoSubscribeNewMembers: false,
  behaviors: [],
  dynamicMemberships: [],
  externalSendersAllowed: false,
  hideFromAddressLists: false,
  hideFromOutlookClients: false,
  mail: "",
  mailEnabled: false,
  onpremisesDomainName: "",
  onpremisesGroupType: "",
  onpremisesNetbiosName: "",
  onpremisesSamAccountName: "",
  onpremisesSecurityIdentifier: "",
  onpremisesSyncEnabled: false,
  preferredLanguage: "",
  provisioningOptions: [],
  proxyAddresses: [],
  theme: "",
  types: [],
  visibility: "",
  writebackEnabled: false,
};
