export { isComputeService } from "./compute-services";
export { demandedValues, demandsAny } from "./demanded-values";
export { isDeputy } from "./deputies";
export { issuerAt } from "./token-issuers";
export { coversAction, trustPolicies, trustStatements, type TrustStatement } from "./trust-policies";
export { issuerOf, trustedPrincipals, type TrustedPrincipal } from "./trusted-principals";
