export { federatedTrustPolicy } from "./federated-trust-policy";
export { federationBoundary, type FederationBoundary } from "./federation-boundary";
export { federationBoundaryProblems } from "./federation-boundary-problems";
export { type MalformedPolicyFault, parsePolicy } from "./parse-policy";
export type { Condition, PolicyDocument, Principal, PrincipalKind, Statement } from "./policy-document";
export { policyProblems, policySize, policySizeProblems, type PolicyUse } from "./policy-problems";
export { provisioningUserPolicy } from "./provisioning-user-policy";
export { serializePolicy } from "./serialize-policy";
