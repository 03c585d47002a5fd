export { assumeRoleWithSaml, type SamlSession, type SamlSignIn } from "./assume-role-with-saml";
