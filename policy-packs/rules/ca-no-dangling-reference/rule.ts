import { shown } from "#core/problems";
import { perStack, type StackFacts, type StackResource } from "../../facts";
import { conditionalAccessPolicyType, namedLocationId, namedLocationType } from "../../facts/conditional-access";
import { groupTypes, isRecord, ofTypes, resourceTypes, textOf } from "../../facts/federation";
import type { ResourceRule, Verdict } from "../rule";

/** What an id names, in words. */
type Named =
  | "a user"
  | "a group"
  | "a client id"
  | "an object id of an application"
  | "an object id of a service principal"
  | "a named location";

interface References {
  readonly condition: string;
  readonly lists: readonly string[];
  readonly words: readonly string[];
  /** What the ids may name, of what the stack holds; nothing is known of ids that it does not hold. */
  readonly named: readonly Named[];
  readonly expected: string;
}

const references: readonly References[] = [
  {
    condition: "users",
    lists: ["includedUsers", "excludedUsers"],
    words: ["All", "None", "GuestsOrExternalUsers"],
    named: ["a user"],
    expected: "the object id of a user",
  },
  {
    condition: "users",
    lists: ["includedGroups", "excludedGroups"],
    words: [],
    named: ["a group"],
    expected: "the object id of a group",
  },
  {
    condition: "users",
    lists: ["includedRoles", "excludedRoles"],
    words: [],
    named: [],
    expected: "the template id of a directory role",
  },
  {
    condition: "applications",
    lists: ["includedApplications", "excludedApplications"],
    words: ["All", "None", "Office365", "MicrosoftAdminPortals"],
    named: ["a client id"],
    expected: "the client id of an application",
  },
  {
    condition: "locations",
    lists: ["includedLocations", "excludedLocations"],
    words: ["All", "AllTrusted"],
    named: ["a named location"],
    expected: "the id of a named location",
  },
];

export const caNoDanglingReference: ResourceRule = {
  kind: "resource",
  id: "ca-no-dangling-reference",
  title: "A Conditional Access policy refers to things by ids of the right kind",
  severity: "medium",
  why: "Entra refuses an id that does not exist, and takes one of the wrong kind for somebody else's: a policy for an application's object id protects no application.",
  fix: "Refer to the resource's own output: objectId of users, groups and locations, clientId of applications, templateId of roles.",
  references: [
    "https://learn.microsoft.com/en-us/graph/api/resources/conditionalaccessusers",
    "https://learn.microsoft.com/en-us/graph/api/resources/conditionalaccessapplications",
  ],
  frameworks: [],
  options: {},
  types: [conditionalAccessPolicyType],
  judge(resource, _settings, stack) {
    const reading = resource.read("conditions");
    if (reading.kind === "unknown") return judgeSources(stack, resource, reading.property);
    const conditions = reading.kind === "known" && isRecord(reading.value) ? reading.value : {};
    return references.flatMap((reference) =>
      reference.lists.flatMap((list) => judgeList(stack, resource, reference, conditions[reference.condition], list)),
    );
  },
};

function judgeList(
  stack: StackFacts,
  resource: StackResource,
  { condition, words, named, expected }: References,
  given: unknown,
  list: string,
): readonly Verdict[] {
  const ids: unknown = isRecord(given) ? given[list] : undefined;
  if (!Array.isArray(ids)) return [];
  return ids.flatMap((id: unknown, index): readonly Verdict[] => {
    if (typeof id !== "string" || words.includes(id)) return [];
    const holder = thingsById(stack).get(plain(id));
    if (holder === undefined ? isId(id) : named.length === 0 || named.includes(holder)) return [];
    const is = holder === undefined ? "no id" : holder;
    const message = `the policy ${shown(resource.name)} names ${shown(id)}, which is ${is}; expected is ${expected}`;
    return [{ outcome: "violation", resource, property: `conditions.${condition}.${list}[${index}]`, message }];
  });
}

/** What is computed from resources of the stack refers to what the update makes. */
function judgeSources(stack: StackFacts, resource: StackResource, property: string): readonly Verdict[] {
  const sources = resource.propertyDependencies.get("conditions") ?? [];
  if (sources.length > 0 && sources.every((urn) => stack.withUrn(urn) !== undefined)) return [];
  const message = `what the policy ${shown(resource.name)} refers to is known only after the update, and comes from no resource of the stack`;
  const remedy = "Take the ids from resources of the stack, or write them as text, from the configuration.";
  return [{ outcome: "undetermined", resource, property, message, remedy }];
}

function plain(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1).toLowerCase();
}

function isId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(plain(id));
}

/** What the stack knows its ids to name. */
const thingsById = perStack((stack): ReadonlyMap<string, Named> => {
  const things = new Map<string, Named>();
  const put = (id: string | undefined, what: Named): void => {
    if (id !== undefined) things.set(plain(id), what);
  };
  for (const user of stack.ofType(resourceTypes.user)) put(textOf(user, "objectId"), "a user");
  for (const group of ofTypes(stack, groupTypes)) put(textOf(group, "objectId"), "a group");
  for (const location of stack.ofType(namedLocationType)) put(namedLocationId(location), "a named location");
  for (const type of [resourceTypes.application, resourceTypes.applicationRegistration]) {
    for (const application of stack.ofType(type)) {
      put(textOf(application, "objectId") ?? textOf(application, "id"), "an object id of an application");
      put(textOf(application, "clientId"), "a client id");
    }
  }
  for (const principal of stack.ofType(resourceTypes.servicePrincipal)) {
    put(textOf(principal, "objectId"), "an object id of a service principal");
    put(textOf(principal, "clientId"), "a client id");
  }
  return things;
});
