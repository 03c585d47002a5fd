/** What a call does, in AWS's words. */
export type AccessLevel = "List" | "Read" | "Write" | "Permissions management" | "Tagging";

export interface ResourceTypeOfAction {
  /** Name of the type in its service, as `role`. */
  readonly name: string;
  /** Whether each call names a resource of this type. */
  readonly required: boolean;
}

export interface ActionDefinition {
  /** As AWS writes it: `PassRole`. */
  readonly name: string;
  readonly accessLevels: readonly AccessLevel[];
  /** None for an action that only `*` can name. */
  readonly resourceTypes: readonly ResourceTypeOfAction[];
  /** Condition keys besides the global ones, as AWS writes them; `${TagKey}` stands for any. */
  readonly conditionKeys: readonly string[];
  /** Actions of other permissions that a call needs too, as `iam:PassRole`. */
  readonly dependentActions: readonly string[];
}

export interface ResourceTypeDefinition {
  readonly name: string;
  /** With placeholders, as `arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}`. */
  readonly arnPattern: string;
  readonly conditionKeys: readonly string[];
}

export type ConditionKeyType =
  | "String"
  | "ARN"
  | "Numeric"
  | "Date"
  | "Bool"
  | "Binary"
  | "IPAddress"
  | "ArrayOfString"
  | "ArrayOfARN"
  | "ArrayOfBool"
  | "Unknown";

export interface ConditionKeyDefinition {
  readonly key: string;
  readonly type: ConditionKeyType;
}

export interface ServiceDefinition {
  /** As before the colon of an action: `iam`. */
  readonly prefix: string;
  readonly name: string;
  /** By name in lower case. */
  readonly actions: ReadonlyMap<string, ActionDefinition>;
  readonly resourceTypes: ReadonlyMap<string, ResourceTypeDefinition>;
  /** By key in lower case. */
  readonly conditionKeys: ReadonlyMap<string, ConditionKeyDefinition>;
}

/**
 * What AWS documents of its services' actions, read synchronously: whoever makes one loads the services first.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
 */
export interface ServiceAuthorizationReference {
  /** Whether AWS has a service with this prefix, whatever its letter case. */
  hasService(prefix: string): boolean;
  /** @returns nothing for a service that AWS does not have, or that was not loaded. */
  service(prefix: string): ServiceDefinition | undefined;
  /** Prefixes of all services, in lower case, sorted. */
  readonly prefixes: readonly string[];
  /** Global condition keys (`aws:…`), by key in lower case; `${TagKey}` stands for any. */
  readonly globalConditionKeys: ReadonlyMap<string, ConditionKeyDefinition>;
}
