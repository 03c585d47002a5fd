export { appRoleId, appRoleNamespace } from "./app-role-id";
export { matchesPattern, type ReadingOptions, readingsOf } from "./matches-pattern";
export { nameOf } from "./name-of";
export {
  defaultNaming,
  type NameKind,
  nameKinds,
  type NameValues,
  type NamingConvention,
  patternOf,
  type Placeholder,
  placeholders,
  placeholdersOf,
} from "./naming-convention";
export { namingProblems } from "./naming-problems";
