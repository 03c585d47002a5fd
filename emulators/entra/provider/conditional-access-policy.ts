import type { ResourceFace } from "#emulators/wire/pulumi-provider";

import {
  createConditionalAccessPolicy,
  deleteConditionalAccessPolicy,
  findConditionalAccessPolicy,
  updateConditionalAccessPolicy,
} from "../state/conditional-access";
import { conditionalAccessChecks } from "./conditional-access-checks";
import { conditionalAccessDefaults } from "./conditional-access-defaults";
import { policyFromInputs, policyToInputs } from "./conditional-access-shape";
import type { TenantCloud } from "./cloud";
import { conditionalAccessPolicySchema } from "./generated/schema";
import { formatId, parseId } from "./resource-id";

export const conditionalAccessPolicy: ResourceFace<TenantCloud> = {
  schema: conditionalAccessPolicySchema,
  modelled: [
    "conditions.applications",
    "conditions.clientAppTypes",
    "conditions.devices",
    "conditions.locations",
    "conditions.platforms",
    "conditions.servicePrincipalRiskLevels",
    "conditions.signInRiskLevels",
    "conditions.userRiskLevels",
    "conditions.users.excludedGroups",
    "conditions.users.excludedRoles",
    "conditions.users.excludedUsers",
    "conditions.users.includedGroups",
    "conditions.users.includedRoles",
    "conditions.users.includedUsers",
    "displayName",
    "grantControls",
    "sessionControls",
    "state",
  ],
  replaceOnChange: [],
  replaceSource:
    "internal/services/conditionalaccess/conditional_access_policy_resource.go has no ForceNew; recorded, run recipe, step 4",
  computed: ["objectId"],
  defaults: conditionalAccessDefaults,
  checks: conditionalAccessChecks,

  create(cloud, inputs) {
    const policy = cloud.transact((tenant, step) =>
      createConditionalAccessPolicy(tenant, policyFromInputs(inputs), step),
    );
    return { id: formatId("conditionalAccessPolicy", { policyId: policy.id }), outputs: { objectId: policy.id } };
  },

  read(cloud, id) {
    const policy = findConditionalAccessPolicy(cloud.read(), parseId("conditionalAccessPolicy", id).policyId);
    if (!policy) return undefined;
    return { id, inputs: policyToInputs(policy), outputs: { objectId: policy.id } };
  },

  update(cloud, id, news, olds) {
    const { policyId } = parseId("conditionalAccessPolicy", id);
    cloud.transact((tenant, step) => {
      updateConditionalAccessPolicy(tenant, { id: policyId, settings: policyFromInputs(news) }, step);
    });
    return olds;
  },

  delete(cloud, id) {
    const { policyId } = parseId("conditionalAccessPolicy", id);
    cloud.transact((tenant) => {
      deleteConditionalAccessPolicy(tenant, policyId);
    });
  },
};
