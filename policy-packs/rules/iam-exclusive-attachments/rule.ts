import { shown } from "#core/problems";
import { given, type StackFacts, type StackResource } from "../../facts";
import type { StackRule, Verdict } from "../rule";

/** A list that removes what is not in it, and the resources that add to the same thing one by one. */
interface ExclusiveList {
  /** Type, the property with the list, and the one that names the holder; none where the resource is the holder itself. */
  readonly list: readonly [type: string, property: string, holder: string | undefined];
  readonly single: readonly [type: string, property: string, holder: string];
  readonly holder: string;
}

const role = "aws:iam/role:Role";
const user = "aws:iam/user:User";
const group = "aws:iam/group:Group";

/** Source: the provider's pages of each list, as https://www.pulumi.com/registry/packages/aws/api-docs/iam/rolepolicyattachmentsexclusive/. */
const exclusiveLists: readonly ExclusiveList[] = [
  {
    list: [role, "managedPolicyArns", undefined],
    single: ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "policyArn", "role"],
    holder: role,
  },
  {
    list: [role, "inlinePolicies", undefined],
    single: ["aws:iam/rolePolicy:RolePolicy", "name", "role"],
    holder: role,
  },
  {
    list: ["aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "policyArns", "roleName"],
    single: ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "policyArn", "role"],
    holder: role,
  },
  {
    list: ["aws:iam/rolePoliciesExclusive:RolePoliciesExclusive", "policyNames", "roleName"],
    single: ["aws:iam/rolePolicy:RolePolicy", "name", "role"],
    holder: role,
  },
  {
    list: ["aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", "policyArns", "userName"],
    single: ["aws:iam/userPolicyAttachment:UserPolicyAttachment", "policyArn", "user"],
    holder: user,
  },
  {
    list: ["aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive", "policyArns", "groupName"],
    single: ["aws:iam/groupPolicyAttachment:GroupPolicyAttachment", "policyArn", "group"],
    holder: group,
  },
];

export const iamExclusiveAttachments: StackRule = {
  kind: "stack",
  id: "iam-exclusive-attachments",
  title: "A list that owns all policies of a role stands alone",
  severity: "medium",
  why: "A role's managedPolicyArns and inlinePolicies remove at each update what other resources have attached, which these attach again at the next: the role loses permissions now and then, and no preview says so.",
  fix: "Use the list or the resources for single attachments, not both, and RolePolicyAttachment in place of PolicyAttachment.",
  references: [
    "https://www.pulumi.com/registry/packages/aws/api-docs/iam/role/",
    "https://www.pulumi.com/registry/packages/aws/api-docs/iam/policyattachment/",
  ],
  frameworks: [],
  options: {},
  judge: (stack) => [...exclusiveLists.flatMap((exclusive) => judgeLists(stack, exclusive)), ...ofWholeAccount(stack)],
};

function judgeLists(stack: StackFacts, exclusive: ExclusiveList): readonly Verdict[] {
  const lists = stack.ofType(exclusive.list[0]).filter((list) => isGiven(list, exclusive.list[1]));
  if (lists.length === 0) return [];
  const singles = singlesByHolder(stack, exclusive);
  return lists.flatMap((list) =>
    holderOf(stack, list, exclusive).flatMap((key) => judgeList(list, singles.get(key) ?? [], exclusive)),
  );
}

function isGiven(list: StackResource, property: string): boolean {
  const reading = given(list, property, true);
  // The provider writes an empty list into the state of a role that has none.
  return (
    reading.kind === "unknown" || (reading.kind === "known" && Array.isArray(reading.value) && reading.value.length > 0)
  );
}

function judgeList(
  list: StackResource,
  singles: readonly StackResource[],
  { list: [, property], single: [, value] }: ExclusiveList,
): readonly Verdict[] {
  const reading = list.read(property);
  const owned: readonly unknown[] = reading.kind === "known" && Array.isArray(reading.value) ? reading.value : [];
  const names = new Set(
    owned.map((each) => (typeof each === "object" && each !== null && "name" in each ? each.name : each)),
  );
  return singles.flatMap((single): readonly Verdict[] => {
    const attached = single.read(value);
    if (attached.kind === "known" && names.has(attached.value)) return [];
    const what = attached.kind === "known" ? shown(attached.value) : shown(single.name);
    if (reading.kind === "unknown" || attached.kind === "unknown") {
      const message = `whether ${property} has ${what} in it, which is attached beside it, is known only after the update`;
      return [{ outcome: "undetermined", resource: list, property, message, remedy: writeBoth }];
    }
    const message = `${property} removes ${what}, which ${shown(single.name)} attaches beside it`;
    return [{ outcome: "violation", resource: list, property, message }];
  });
}

const writeBoth = "Leave out the list, or write both from values that are known before the update.";

/** Attaches a policy for the whole account, and takes it from whoever is not in its lists, of other stacks too. */
function ofWholeAccount(stack: StackFacts): readonly Verdict[] {
  return stack.ofType("aws:iam/policyAttachment:PolicyAttachment").map((resource) => ({
    outcome: "violation",
    resource,
    property: "policyArn",
    message: "PolicyAttachment takes the policy from every role, user and group of the account that it does not name",
  }));
}

function singlesByHolder(
  stack: StackFacts,
  { single, holder }: ExclusiveList,
): ReadonlyMap<unknown, readonly StackResource[]> {
  const singles = new Map<unknown, StackResource[]>();
  for (const resource of stack.ofType(single[0])) {
    for (const key of keysOf(stack, resource, single[2], holder)) {
      singles.set(key, [...(singles.get(key) ?? []), resource]);
    }
  }
  return singles;
}

function holderOf(
  stack: StackFacts,
  list: StackResource,
  { list: [, , property], holder }: ExclusiveList,
): readonly unknown[] {
  return property === undefined ? [list] : keysOf(stack, list, property, holder);
}

/** The holder's resource, or its name where it is of another stack. */
function keysOf(stack: StackFacts, resource: StackResource, property: string, type: string): readonly unknown[] {
  const targets = stack.targets(resource, property, type, "name");
  if (targets.length > 0) return targets;
  const reading = resource.read(property);
  return reading.kind === "known" ? [reading.value] : [];
}
