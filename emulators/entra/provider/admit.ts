import { CloudError } from "#emulators/wire/errors";

import { findMissingPermission, type GraphOperation, type MissingPermission } from "../state/authorization";
import { refusal } from "../state/errors";
import type { TenantCloud } from "./cloud";

/** @throws Graph's refusal as azuread repeats it, when the caller may not do one of the operations */
export function admit(cloud: TenantCloud, operations: readonly GraphOperation[]): void {
  const caller = cloud.caller();
  for (const operation of operations) {
    const missing = findMissingPermission(caller, operation);
    if (missing) throw repeated(missing, caller.displayName);
  }
}

/**
 * The provider's words for an unexpected status (go-azure-sdk, sdk/client), and behind them what Graph does not tell:
 * the request, and what would admit it.
 */
function repeated({ operation, anyOf }: MissingPermission, caller: string): CloudError {
  const { cloud, status, code, message } = refusal("insufficientPrivileges");
  const [least = "", ...others] = anyOf;
  const needed = others.length === 0 ? least : `${least} (or ${others.join(", ")})`;
  return new CloudError({
    cloud,
    status,
    code,
    message:
      `unexpected status ${status} (${status} Forbidden) with error: ${code}: ${message} ` +
      `[emulated tenant: "${caller}" needs ${needed} for https://learn.microsoft.com/graph/api/${operation}]`,
  });
}
