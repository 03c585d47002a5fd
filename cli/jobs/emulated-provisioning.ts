import { IAMClient } from "@aws-sdk/client-iam";
import type { ListRoles } from "#emulators/entra";
import { accountRoles } from "./roles/account-roles";

// The SDK is pinned, so its notice of what later versions will want tells nobody here anything.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";

/** How the emulated provisioning service reads roles: by the genuine SDK and the stored key, from another AWS. */
export function listRolesBySdk(endpoint: string): ListRoles {
  return async (credentials) => {
    const requestHandler = { connectionTimeout: 5_000, requestTimeout: 30_000 };
    // One try: an emulated refusal is no passing fault.
    const iam = new IAMClient({ endpoint, region: "us-east-1", maxAttempts: 1, requestHandler, credentials });
    try {
      return await accountRoles(iam);
    } finally {
      iam.destroy();
    }
  };
}
