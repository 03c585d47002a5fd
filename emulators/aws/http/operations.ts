import { bucketOperations } from "./buckets";
import type { Operation } from "./operation";
import { roleOperations } from "./roles";
import { samlProviderOperations } from "./saml-providers";
import { sessionOperations } from "./sessions";
import { userOperations } from "./users";

/** Every operation that the emulated accounts answer. */
export const operations: readonly Operation[] = [
  ...bucketOperations,
  ...roleOperations,
  ...samlProviderOperations,
  ...sessionOperations,
  ...userOperations,
];
