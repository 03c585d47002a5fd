import type { InvokeFace } from "#emulators/wire/pulumi-provider";

import type { TenantCloud } from "./cloud";
import { getClientConfigSchema } from "./generated/schema";

export const getClientConfig: InvokeFace<TenantCloud> = {
  schema: getClientConfigSchema,
  modelled: [],
  invoke(cloud) {
    const { id: tenantId, deployer } = cloud.read();
    const { clientId, objectId } = deployer;
    return { id: `${tenantId}-${clientId}-${objectId}`, clientId, objectId, tenantId };
  },
};
