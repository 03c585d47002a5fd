export { type SamlSubject, samlSubject } from "./saml-subject";
export { samlAttributes, sessionClaimsFault, sessionTags, sourceIdentity } from "./session-claims";
export { trustedActions, trustRequest } from "./trust-request";
