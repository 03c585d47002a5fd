export { assumeRole, type Caller, identityOf, type RoleRequest } from "./assume-role";
export { assumeRoleWithSaml, type SamlSession, type SamlSignIn } from "./assume-role-with-saml";
export { packedPolicySize } from "./session-policies";
