export {
  decideSignIn,
  type OpenInputs,
  type PolicyReference,
  type ReportOnlyOutcome,
  type SignInDecision,
} from "./decide-sign-in";
export { evaluatePolicy, type PolicyOutcome } from "./evaluate-policy";
export { builtInStrengths, weighGrantControls, type GrantOutcome, type MissingControls } from "./grant-controls";
export type {
  BuiltInControl,
  ConditionalAccessPolicy,
  ConditionSet,
  GrantControls,
  NamedLocation,
  PolicyClientAppType,
  RiskLevel,
} from "./policy";
export type { Device, Platform, SignIn, TenantLocations, Unknown } from "./sign-in";
