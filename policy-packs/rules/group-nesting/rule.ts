import { shown } from "#core/problems";
import { perStack, type StackFacts, type StackResource } from "../../facts";
import { accessGroups, groupTypes, ofTypes, pointedTo, resourceTypes, textOf, textsOf } from "../../facts/federation";
import type { StackRule, Verdict } from "../rule";

export const groupNesting: StackRule = {
  kind: "stack",
  id: "group-nesting",
  title: "A group that gives a role in AWS has people as members, not groups",
  severity: "medium",
  why: "Entra gives app roles to the direct members of a group alone: members of a nested group look as if they had access, in every list, and get none. Conditional Access does follow nesting, so the two lists part.",
  fix: "Make the people direct members, or assign the app role to the inner group itself.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/assign-user-or-group-access-portal",
    "https://learn.microsoft.com/en-us/entra/fundamentals/how-to-manage-groups",
  ],
  frameworks: [],
  options: {},
  judge(stack) {
    const groups = new Set(accessGroups(stack).keys());
    return [
      ...[...groups].flatMap((group) => judgeList(stack, group)),
      ...stack.ofType(resourceTypes.groupMember).flatMap((member) => judgeMember(stack, member, groups)),
    ];
  },
};

/** Members that are listed in the group itself. Those that only the update tells come from the resources they depend on. */
function judgeList(stack: StackFacts, group: StackResource): readonly Verdict[] {
  const property = "members";
  const sources = (group.propertyDependencies.get(property) ?? []).flatMap((urn) => stack.withUrn(urn) ?? []);
  const listed = [
    ...sources.filter((source) => isGroup(source)),
    ...textsOf(group, property).flatMap((id) => groupsById(stack).get(id) ?? []),
  ];
  return [...new Set(listed)].map((inner) => nested(group, property, group, inner));
}

function judgeMember(
  stack: StackFacts,
  member: StackResource,
  accessGroup: ReadonlySet<StackResource>,
): readonly Verdict[] {
  const property = "memberObjectId";
  const outer = pointedTo(stack, member, "groupObjectId", groupTypes);
  if (outer === undefined || !accessGroup.has(outer)) return [];
  const inner = pointedTo(stack, member, property, groupTypes);
  if (inner !== undefined) return [nested(member, property, outer, inner)];
  const reading = member.read(property);
  if (reading.kind !== "unknown" || isFrom(stack, member, property, people)) return [];
  const message = `who becomes a member of the group ${shown(outer.name)} is known only after the update, a person or a group`;
  const remedy = "Take the member's object id from the user's own resource, or from the configuration.";
  return [{ outcome: "undetermined", resource: member, property: reading.property, message, remedy }];
}

function nested(resource: StackResource, property: string, outer: StackResource, inner: StackResource): Verdict {
  const message = `the group ${shown(inner.name)} is a member of the group ${shown(outer.name)}, so its own members get no role in AWS`;
  return { outcome: "violation", resource, property, message };
}

const people: readonly string[] = [
  resourceTypes.user,
  resourceTypes.servicePrincipal,
  "azuread:index/invitation:Invitation",
];

function isFrom(stack: StackFacts, resource: StackResource, property: string, types: readonly string[]): boolean {
  const sources = resource.propertyDependencies.get(property) ?? [];
  return sources.some((urn) => types.includes(stack.withUrn(urn)?.type ?? ""));
}

function isGroup({ type }: StackResource): boolean {
  return groupTypes.some(([groupType]) => groupType === type);
}

const groupsById = perStack(
  (stack): ReadonlyMap<string, StackResource> =>
    new Map(ofTypes(stack, groupTypes).flatMap((group) => pairOf(textOf(group, "objectId"), group))),
);

function pairOf(id: string | undefined, group: StackResource): readonly (readonly [string, StackResource])[] {
  return id === undefined ? [] : [[id, group]];
}
