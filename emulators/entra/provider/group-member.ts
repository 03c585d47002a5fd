import type { ResourceFace } from "#emulators/wire/pulumi-provider";

import { addGroupMember, hasGroupMember, removeGroupMember } from "../state/groups";
import { checksOf, isUuid } from "./checks";
import type { TenantCloud } from "./cloud";
import { groupMemberSchema } from "./generated/schema";
import { text } from "./inputs";
import { providerRefusal } from "./refusals";
import { formatId, parseId } from "./resource-id";

export const groupMember: ResourceFace<TenantCloud> = {
  schema: groupMemberSchema,
  modelled: ["groupObjectId", "memberObjectId"],
  replaceOnChange: ["groupObjectId", "memberObjectId"],
  replaceSource: "internal/services/groups/group_member_resource.go, ForceNew",
  computed: [],
  checks: checksOf(isUuid("groupObjectId"), isUuid("memberObjectId")),

  create(cloud, inputs) {
    const ids = { groupId: text(inputs, "groupObjectId"), memberId: text(inputs, "memberObjectId") };
    const id = formatId("groupMember", ids);
    cloud.transact((tenant) => {
      if (hasGroupMember(tenant, ids)) throw providerRefusal("alreadyExists", { id, type: "azuread_group_member" });
      addGroupMember(tenant, ids);
    });
    return { id, outputs: {} };
  },

  read(cloud, id) {
    const ids = parseId("groupMember", id);
    if (!hasGroupMember(cloud.read(), ids)) return undefined;
    return { id, inputs: { groupObjectId: ids.groupId, memberObjectId: ids.memberId }, outputs: {} };
  },

  update: (_cloud, _id, _news, olds) => olds,

  delete(cloud, id) {
    const ids = parseId("groupMember", id);
    cloud.transact((tenant) => {
      removeGroupMember(tenant, ids);
    });
  },
};
