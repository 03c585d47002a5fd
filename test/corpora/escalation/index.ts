import { blindSpots } from "./blind-spots";
import type { LabelledPrincipals } from "./labelled-principal";
import { managedPolicies } from "./managed-policies";
import { newerMethods } from "./newer-methods";
import { vulnerableAccount } from "./vulnerable-account";

/** Principals that can gain permissions and ones that cannot, restated from what is published about them. */
export const escalationCorpus: readonly LabelledPrincipals[] = [
  vulnerableAccount,
  blindSpots,
  newerMethods,
  managedPolicies,
];
