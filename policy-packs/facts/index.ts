export { gatherFacts, perStack, type StackFacts } from "./stack-facts";
export type { Reading, StackResource } from "./stack-resource";
export type { Surroundings } from "./surroundings";
export {
  actionsOnEverything,
  given,
  listsRolesOnly,
  managedPolicyArnsOf,
  permissionsOfPrincipal,
  policyDocuments,
  principals,
  type DocumentFact,
  type DocumentReading,
  type DocumentUse,
  type PolicyOfPrincipal,
  type PrincipalFact,
  type PrincipalKind,
} from "./iam";
export {
  coversAction,
  demandedValues,
  demandsAny,
  issuerOf,
  trustedPrincipals,
  trustPolicies,
  trustStatements,
  type TrustedPrincipal,
  type TrustStatement,
} from "./trust";
