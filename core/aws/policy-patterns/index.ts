export { actionsMatching, coversAction, isEveryAction, prefixOf, type ActionMatch } from "./action-patterns";
export { canHaveKey, knownConditionKey, type KnownKey } from "./condition-keys";
export { conditionTests, demandsKey, type ConditionTest, type OperatorParts } from "./conditions";
export { everythingAllowed, type StatementPlace } from "./everything-allowed";
export { allowStatements, isTagged, resourcesOf, type PlacedStatement } from "./statements";
export { coversPattern } from "./covers-pattern";
export { canNameType, isEveryResource, isWholeType, typesNamedBy } from "./resource-reach";
