export type { AwsError, Check, CheckOutcome } from "./check";
export { diagnoseResponse, type DiagnosisOptions, namedArns } from "./diagnose-response";
export type { Diagnosis, RoleDiagnosis, Verdict, VerdictOutcome, Verdicts } from "./diagnosis";
export {
  type FederationSettings,
  type FederationStack,
  type KnownProvider,
  type KnownRole,
  nothingKnown,
} from "./federation-settings";
export { findResponse, type FoundResponse, type NoResponse } from "./find-response";
