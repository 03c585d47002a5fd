export { parseAuthorization, type SignatureClaim } from "./authorization-header";
export type { SignedRequest } from "./canonical-request";
export { type SignatureRefusal, verifySignature } from "./verify-signature";
