import type { ConditionKeyType } from "#core/aws/service-reference";

const types: readonly ConditionKeyType[] = [
  "String",
  "ARN",
  "Numeric",
  "Date",
  "Bool",
  "Binary",
  "IPAddress",
  "ArrayOfString",
  "ArrayOfARN",
  "ArrayOfBool",
];

/** A type of value that AWS adds some day is not one that we may judge operators by. */
export function conditionKeyType(type: string): ConditionKeyType {
  return types.find((known) => known === type) ?? "Unknown";
}

/** A key in one form: where most services write `${TagKey}`, some write `tag-key` or `<key>`. */
export function conditionKeyName(published: string): string {
  return published.replace(/\/(tag-key|<key>)$/, "/${TagKey}");
}
