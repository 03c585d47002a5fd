import { shown } from "#core/problems";
import { principals, type PrincipalFact, type StackFacts, type StackResource } from "../../facts";
import { isProvisioningUser, provisioningUsers } from "../exempt";
import type { RuleOption, StackRule, Verdict } from "../rule";
import { sayPrincipal } from "../say-principal";

type Options = {
  provisioningUsers: RuleOption<readonly string[]>;
  emptyGroups: RuleOption<boolean>;
};

export const iamPoliciesThroughGroups: StackRule<Options> = {
  kind: "stack",
  id: "iam-policies-through-groups",
  title: "A user has policies through groups only, and every group has users",
  severity: "medium",
  why: "What a group may do is decided once and seen at a glance. A policy on one user is forgotten when the person changes work, and nobody who reviews the groups finds it.",
  fix: "Give the policy to a group, or better to a role, and put the user into the group.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"],
  frameworks: ["CIS AWS 5.0.0 1.14", "AWS Foundational Security Best Practices IAM.2"],
  options: {
    provisioningUsers,
    emptyGroups: {
      description: "Whether a group without users is let pass, where another stack puts them in.",
      default: false,
    },
  },
  judge(stack, { provisioningUsers: exempt, emptyGroups }) {
    const known = members(stack);
    const all = principals(stack);
    return [
      ...all.flatMap((user) => (isProvisioningUser(user, exempt) ? [] : judgeUser(user, known))),
      ...all.flatMap((group) => (emptyGroups ? [] : judgeGroup(group, known))),
    ];
  },
};

function judgeUser(user: PrincipalFact, known: Members): readonly Verdict[] {
  if (user.kind !== "user") return [];
  const own = user.policies.filter(({ group }) => group === undefined);
  if (own.length === 0) return alone(user, known, "is in no group", "is in a group");
  return own.map(({ id, resource, property }) => {
    const message = `${sayPrincipal(user)} has a policy of its own: ${shown(id)}`;
    return { outcome: "violation", resource, property, message };
  });
}

function judgeGroup(group: PrincipalFact, known: Members): readonly Verdict[] {
  return group.kind === "group" ? alone(group, known, "has no users", "has users") : [];
}

function alone(principal: PrincipalFact, known: Members, fault: string, question: string): readonly Verdict[] {
  const { resource, declared } = principal;
  if (!declared || known.joined.has(resource)) return [];
  if (known.open === undefined)
    return [{ outcome: "violation", resource, message: `${sayPrincipal(principal)} ${fault}` }];
  const message = `whether ${sayPrincipal(principal)} ${question} is known only after the update`;
  return [{ outcome: "undetermined", ...known.open, message, remedy: nameThem }];
}

const nameThem = "Name users and groups by resources of this stack, or by names that are known before the update.";

/** The stack's users and groups that are joined, and the first membership that does not say whom it joins. */
interface Members {
  readonly joined: ReadonlySet<StackResource>;
  readonly open: { readonly resource: StackResource; readonly property: string } | undefined;
}

const memberships = [
  ["aws:iam/userGroupMembership:UserGroupMembership", "user", "aws:iam/user:User"],
  ["aws:iam/userGroupMembership:UserGroupMembership", "groups", "aws:iam/group:Group"],
  ["aws:iam/groupMembership:GroupMembership", "users", "aws:iam/user:User"],
  ["aws:iam/groupMembership:GroupMembership", "group", "aws:iam/group:Group"],
] as const;

function members(stack: StackFacts): Members {
  const sides = memberships.flatMap(([membership, side, type]) =>
    stack.ofType(membership).map((resource) => {
      const found = stack.targets(resource, side, type, "name");
      const reading = resource.read(side);
      const isOpen = found.length === 0 && reading.kind === "unknown";
      return { found, open: isOpen ? { resource, property: reading.property } : undefined };
    }),
  );
  const open = sides.find((side) => side.open !== undefined)?.open;
  return { joined: new Set(sides.flatMap(({ found }) => found)), open };
}
