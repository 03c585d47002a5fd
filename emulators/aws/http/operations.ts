import { accessKeyOperations } from "./access-keys";
import { accountOperations } from "./account";
import { bucketOperations } from "./buckets";
import type { Operation } from "./operation";
import { policyOperations } from "./policies";
import { rolePolicyOperations } from "./role-policies";
import { roleOperations } from "./roles";
import { samlProviderOperations } from "./saml-providers";
import { sessionOperations } from "./sessions";
import { simulationOperations } from "./simulations";
import { userPolicyOperations } from "./user-policies";
import { userOperations } from "./users";

/** Every operation that the emulated accounts answer. */
export const operations: readonly Operation[] = [
  ...accessKeyOperations,
  ...accountOperations,
  ...bucketOperations,
  ...policyOperations,
  ...roleOperations,
  ...rolePolicyOperations,
  ...samlProviderOperations,
  ...sessionOperations,
  ...simulationOperations,
  ...userOperations,
  ...userPolicyOperations,
];
