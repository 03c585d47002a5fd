import type { InvokeFace } from "#emulators/wire/pulumi-provider";

import type { TenantCloud } from "./cloud";
import { getClientConfigSchema } from "./generated/schema";

export const getClientConfig: InvokeFace<TenantCloud> = {
  schema: getClientConfigSchema,
  modelled: [],
  invoke(cloud) {
    const { id: tenantId } = cloud.read();
    const { clientId, objectId } = cloud.caller();
    return { id: `${tenantId}-${clientId}-${objectId}`, clientId, objectId, tenantId };
  },
};
