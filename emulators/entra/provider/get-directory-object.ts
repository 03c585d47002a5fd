import type { InvokeFace } from "#emulators/wire/pulumi-provider";

import type { GraphOperation } from "../state/authorization";
import { isSameId } from "../state/lookup";
import type { Tenant } from "../state/model";
import { admit } from "./admit";
import type { TenantCloud } from "./cloud";
import { getDirectoryObjectSchema } from "./generated/schema";
import { text } from "./inputs";
import { providerRefusal } from "./refusals";

/**
 * Tells what kind of thing an object id is.
 * Source: internal/services/directoryobjects/directory_object_data_source.go (the type without `#microsoft.graph.`).
 */
export const getDirectoryObject: InvokeFace<TenantCloud> = {
  schema: getDirectoryObjectSchema,
  modelled: ["objectId"],
  invoke(cloud, args) {
    const objectId = text(args, "objectId");
    const tenant = cloud.read();
    for (const [type, operation, objectsOf] of kinds) {
      const found = objectsOf(tenant).find(({ id }) => isSameId(id, objectId));
      if (found === undefined) continue;
      admit(cloud, [operation]);
      return { id: found.id, objectId: found.id, type };
    }
    throw providerRefusal("lookupFailed", { what: `Directory object with ID "${objectId}"` });
  },
};

type Kind = readonly [
  type: string,
  /** Whose permission shows the kind. Source: documentation of azuread, directory_object. */
  operation: GraphOperation,
  objectsOf: (tenant: Readonly<Tenant>) => readonly { id: string }[],
];

const kinds: readonly Kind[] = [
  ["User", "user-get", ({ users }) => users],
  ["Group", "group-get", ({ groups }) => groups],
  ["ServicePrincipal", "serviceprincipal-get", ({ servicePrincipals }) => servicePrincipals],
  ["Application", "application-get", ({ applications }) => applications],
];
