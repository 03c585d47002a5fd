export { type ResponseSpec, type SigningKey } from "./response-spec";
export { signedResponse } from "./signed-response";
export { type ClaimedAssertion, readClaimedAssertion } from "./claimed-assertion";
export { decodeResponse, encodeResponse, longestEncodedResponse, longestResponse } from "./encoded-response";
export { type Refusal, type RefusalCode } from "./refusal";
export { type SubjectConfirmation, type VerifiedAssertion } from "./verified-assertion";
export { type Signed, verifyResponse } from "./verify-response";
