import { applications } from "./applications";
import { authenticationFlows } from "./authentication-flows";
import { clientAppTypes } from "./client-app-types";
import { clientApplications } from "./client-applications";
import type { Condition } from "./condition";
import { devices } from "./devices";
import { insiderRiskLevels } from "./insider-risk-levels";
import { locations } from "./locations";
import { platforms } from "./platforms";
import { servicePrincipalRiskLevels } from "./service-principal-risk-levels";
import { signInRiskLevels } from "./sign-in-risk-levels";
import { userRiskLevels } from "./user-risk-levels";
import { users } from "./users";

/** In the order in which a policy that does not apply is explained: whom, to what, how. */
export const conditions: readonly Condition[] = [
  users,
  clientApplications,
  applications,
  clientAppTypes,
  platforms,
  locations,
  signInRiskLevels,
  userRiskLevels,
  insiderRiskLevels,
  servicePrincipalRiskLevels,
  devices,
  authenticationFlows,
];
