export type { DocumentUse } from "./document-holders";
export { managedPolicyArnsOf, principals } from "./principals";
export { given, policyDocuments, readPolicyOnce, type DocumentFact, type DocumentReading } from "./policy-documents";
export type { PolicyOfPrincipal, PrincipalFact, PrincipalKind } from "./principal-fact";
export { permissionsOfPrincipal } from "./principal-permissions";
export { listsRolesOnly } from "./lists-roles-only";
export { actionsOnEverything } from "./actions-on-everything";
