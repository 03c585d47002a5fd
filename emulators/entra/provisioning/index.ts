export type { ListedRole, ListRoles } from "./list-roles";
export { type CycleReport, provisioningService } from "./provisioning-service";
