import { refusal } from "../errors";
import type { TenantClient } from "../model";
import { type GraphOperation, graphOperations } from "./operations";

/** What a caller lacks for an operation: the permissions of which any one would do. */
export interface MissingPermission {
  operation: GraphOperation;
  /** Least privileged first. */
  anyOf: readonly string[];
}

/** The first requirement of the operation that the caller's permissions do not meet, or nothing when it may do it. */
export function findMissingPermission(
  caller: Pick<TenantClient, "permissions">,
  operation: GraphOperation,
): MissingPermission | undefined {
  const requirements: readonly (readonly string[])[] = graphOperations[operation];
  const unmet = requirements.find((anyOf) => !anyOf.some((permission) => caller.permissions.includes(permission)));
  return unmet && { operation, anyOf: unmet };
}

/** @throws Graph's 403 when the caller may not do it */
export function authorize(caller: Pick<TenantClient, "permissions">, operation: GraphOperation): void {
  if (findMissingPermission(caller, operation)) throw refusal("insufficientPrivileges");
}
