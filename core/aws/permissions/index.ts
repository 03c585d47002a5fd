export type { ActionTargets } from "./action-targets";
export type { RequestKeys } from "./condition-prospect";
export type { Grant } from "./grant";
export { type Permissions, permissionsOf, type PoliciesOfPrincipal } from "./permissions";
