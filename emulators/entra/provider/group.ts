import type { Inputs, Outputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import { createGroup, deleteGroup, findGroup, updateGroup } from "../state/groups";
import type { Group, Tenant } from "../state/model";
import { checksOf, countCheck, isAtMost, isNotEmpty, isUuid } from "./checks";
import type { TenantCloud } from "./cloud";
import { groupSchema } from "./generated/schema";
import { flag, optionalText, optionalTexts, text, texts } from "./inputs";
import { providerRefusal } from "./refusals";
import { formatId, parseId } from "./resource-id";

/** Security groups with assigned members; Microsoft 365 and dynamic groups are not modelled. */
export const group: ResourceFace<TenantCloud> = {
  schema: groupSchema,
  modelled: [
    "assignableToRole",
    "description",
    "displayName",
    "mailNickname",
    "members",
    "owners",
    "preventDuplicateNames",
    "securityEnabled",
  ],
  replaceOnChange: ["assignableToRole", "mailNickname"],
  replaceSource: "internal/services/groups/group_resource.go, ForceNew",
  computed: [
    "mail",
    "objectId",
    "onpremisesDomainName",
    "onpremisesNetbiosName",
    "onpremisesSamAccountName",
    "onpremisesSecurityIdentifier",
    "onpremisesSyncEnabled",
    "preferredLanguage",
    "proxyAddresses",
  ],
  optionalComputed: [
    "autoSubscribeNewMembers",
    "externalSendersAllowed",
    "hideFromAddressLists",
    "hideFromOutlookClients",
    "mailNickname",
    "members",
    "onpremisesGroupType",
    "owners",
    "visibility",
  ],
  writeOnly: ["preventDuplicateNames"],
  sets: ["members", "owners"],
  checks: checksOf(
    isNotEmpty("displayName"),
    isAtMost("mailNickname", 64),
    isUuid("members"),
    isUuid("owners"),
    countCheck(["securityEnabled"], (count) => count === 1, "a value"),
  ),

  create(cloud, inputs) {
    const created = cloud.transact((tenant, step) => {
      checkName(tenant, inputs);
      const owners = texts(inputs, "owners");
      return createGroup(
        tenant,
        {
          ...settingsOf(inputs),
          mailNickname: optionalText(inputs, "mailNickname") ?? step.newId().slice(0, 10),
          isAssignableToRole: flag(inputs, "assignableToRole"),
          members: texts(inputs, "members"),
          // The caller owns what nobody else is to own (judge: recorded, run recipe).
          owners: owners.length > 0 ? owners : [cloud.caller().objectId],
        },
        step,
      );
    });
    return { id: formatId("group", { groupId: created.id }), outputs: outputsOf(created) };
  },

  read(cloud, id) {
    const found = findGroup(cloud.read(), parseId("group", id).groupId);
    if (!found) return undefined;
    return { id, inputs: inputsOf(found), outputs: outputsOf(found) };
  },

  update(cloud, id, news) {
    const { groupId } = parseId("group", id);
    const members = optionalTexts(news, "members");
    const owners = optionalTexts(news, "owners");
    const settings = { ...settingsOf(news), ...(members && { members }), ...(owners && { owners }) };
    return outputsOf(cloud.transact((tenant) => updateGroup(tenant, { id: groupId, settings })));
  },

  delete(cloud, id) {
    const { groupId } = parseId("group", id);
    cloud.transact((tenant) => {
      deleteGroup(tenant, groupId);
    });
  },
};

function checkName(tenant: Tenant, inputs: Inputs): void {
  if (!flag(inputs, "preventDuplicateNames")) return;
  const name = text(inputs, "displayName");
  const taken = tenant.groups.find((each) => each.displayName === name);
  if (taken) throw providerRefusal("duplicateName", { name, id: taken.id });
}

function settingsOf(inputs: Inputs): Pick<Group, "description" | "displayName" | "securityEnabled"> {
  return {
    displayName: text(inputs, "displayName"),
    description: optionalText(inputs, "description") ?? null,
    securityEnabled: flag(inputs, "securityEnabled"),
  };
}

function inputsOf(group: Group): Outputs {
  return {
    assignableToRole: group.isAssignableToRole,
    description: group.description,
    displayName: group.displayName,
    mailNickname: group.mailNickname,
    members: group.members,
    owners: group.owners,
    securityEnabled: group.securityEnabled,
  };
}

function outputsOf(group: Group): Outputs {
  return {
    mail: "",
    mailNickname: group.mailNickname,
    members: group.members,
    objectId: group.id,
    onpremisesDomainName: "",
    onpremisesNetbiosName: "",
    onpremisesSamAccountName: "",
    onpremisesSecurityIdentifier: "",
    onpremisesSyncEnabled: false,
    owners: group.owners,
    preferredLanguage: "",
    proxyAddresses: [],
    ...unset,
  };
}

/** What only Microsoft 365 and synchronised groups have, and azuread tells of every group. */
const unset = {
  autoSubscribeNewMembers: false,
  externalSendersAllowed: false,
  hideFromAddressLists: false,
  hideFromOutlookClients: false,
  onpremisesGroupType: "",
  visibility: "",
};
