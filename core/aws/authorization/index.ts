export { authorize } from "./authorize";
export { authorizeTrust } from "./authorize-trust";
export { conditionOperators } from "./condition-operators";
export type {
  Allowed,
  Decision,
  Denied,
  Open,
  PolicyKind,
  PolicySet,
  SourcedPolicy,
  StatementReference,
  Undetermined,
} from "./decision";
export { denialMessage } from "./denial-message";
export { evaluateCondition, type ConditionBlock } from "./evaluate-condition";
export { evaluateStatement, type Attachment, type StatementElement, type StatementOutcome } from "./evaluate-statement";
export { matchesAction } from "./match-action";
export { matchesArn, matchesResource } from "./match-arn";
export { matchesCidr } from "./match-cidr";
export { literal, matchesWildcard, parsePattern, type Pattern } from "./match-wildcard";
export { contextValue, type AuthorizationRequest, type ContextValue } from "./request";
export type { Truth } from "./truth";
