export { findManagedPolicy, knownManagedPolicyNames, type ManagedPolicy } from "./find-managed-policy";
export { managedPolicyDocument } from "./managed-policy-document";
export { managedPolicyProblems, nearestManagedPolicies } from "./managed-policy-problems";
