import type { GraphRoute } from "../route";
import { applicationRoutes } from "./applications";
import { directoryRoutes } from "./directory";
import { groupRoutes } from "./groups";
import { organizationRoutes } from "./organization";
import { policyRoutes } from "./policies";
import { servicePrincipalRoutes } from "./service-principals";
import { synchronizationRoutes } from "./synchronization";
import { userRoutes } from "./users";

/** All that Graph answers here. */
export const graphRoutes: readonly GraphRoute[] = [
  ...applicationRoutes,
  ...directoryRoutes,
  ...groupRoutes,
  ...organizationRoutes,
  ...policyRoutes,
  ...servicePrincipalRoutes,
  ...synchronizationRoutes,
  ...userRoutes,
];
