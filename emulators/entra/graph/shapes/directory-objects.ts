import type { Tenant } from "../../state/model";
import type { Entity } from "../route";
import { applicationEntity } from "./applications";
import { groupEntity } from "./groups";
import { servicePrincipalEntities, withoutCertificates } from "./service-principals";
import { defaultUserEntity, userEntity } from "./users";

/** The kinds of directory objects here, each with the operation whose permission shows it. */
export const directoryKinds = [
  ["user", "user-get", (tenant) => tenant.users.map((each) => defaultUserEntity(userEntity(each)))],
  ["group", "group-get", (tenant) => tenant.groups.map(groupEntity)],
  ["servicePrincipal", "serviceprincipal-get", (tenant) => servicePrincipalEntities(tenant).map(withoutCertificates)],
  ["application", "application-get", (tenant) => tenant.applications.map(applicationEntity)],
] as const satisfies readonly (readonly [string, string, (tenant: Readonly<Tenant>) => Entity[]])[];

export type DirectoryKind = (typeof directoryKinds)[number][0];

/** Every object of the directory, its kind as `@odata.type`. */
export function directoryObjectEntities(tenant: Readonly<Tenant>): (Entity & { kind: DirectoryKind })[] {
  return directoryKinds.flatMap(([kind, , entities]) =>
    entities(tenant).map((entity) => ({ "@odata.type": `#microsoft.graph.${kind}`, ...entity, kind })),
  );
}
