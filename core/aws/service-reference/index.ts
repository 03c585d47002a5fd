export type {
  AccessLevel,
  ActionDefinition,
  ConditionKeyDefinition,
  ConditionKeyType,
  ResourceTypeDefinition,
  ResourceTypeOfAction,
  ServiceAuthorizationReference,
  ServiceDefinition,
} from "./service-authorization-reference";
