import { shown } from "#core/problems";
import type { StackResource } from "../../facts";
import { administratorPolicies } from "../../facts/federation";
import { principals, type PrincipalFact } from "../../facts/iam";
import type { RuleOption, RuleSettings, StackRule, Verdict } from "../rule";

interface Options extends Record<string, RuleOption> {
  readonly administratorRoles: RuleOption<readonly string[]>;
}

export const federationAdministratorRole: StackRule<Options> = {
  kind: "stack",
  id: "federation-administrator-role",
  title: "AdministratorAccess is given to no role but the one that is named for it",
  severity: "high",
  why: "Who can do everything in an account is reviewed by the members of one group and the sessions of one role. The same permission under another name, by a copy of the policy or by one more attachment, is an administrator whom no review finds.",
  fix: "Give the role the permissions that its work needs, or list it in administratorRoles and have it reviewed as such.",
  references: [
    "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  ],
  frameworks: ["CIS AWS 3.0.0 1.16"],
  options: {
    administratorRoles: {
      description: "Names of the roles and permission sets that may do everything.",
      default: ["Administrator"],
    },
  },
  judge: (stack, settings) => principals(stack).flatMap((principal) => judgePrincipal(principal, settings)),
};

function judgePrincipal(principal: PrincipalFact, { administratorRoles }: RuleSettings<Options>): readonly Verdict[] {
  const { kind, name } = principal;
  const mayBeNamed = kind === "role" || kind === "permission set";
  if (mayBeNamed && name !== undefined && isNamed(name, administratorRoles)) return [];
  const noun = `${kind} ${shown(name ?? principal.resource.name)}`;
  // A user's policies from groups are told at the group.
  const policies = administratorPolicies(principal).filter(({ policy }) => policy.group === undefined);
  return policies.map(({ policy: { resource, property }, allows }): Verdict => {
    if (allows === "unknown") {
      const message = `whether the ${noun} may do everything is not known: the document of one of its policies is not`;
      return { outcome: "undetermined", resource, property, message, remedy: showTheDocument };
    }
    return mayBeNamed && name === undefined ? unnamed(resource, property, kind) : everything(resource, property, noun);
  });
}

/** IAM takes names for one that differ in capitals alone. */
function isNamed(name: string, names: readonly string[]): boolean {
  return names.some((each) => each.toLowerCase() === name.toLowerCase());
}

function everything(resource: StackResource, property: string, noun: string): Verdict {
  const message = `the ${noun} may do everything, but is not named as an administrator`;
  return { outcome: "violation", resource, property, message };
}

function unnamed(resource: StackResource, property: string, kind: string): Verdict {
  const message = `a ${kind} whose name is known only after the update may do everything`;
  const remedy = "Give the role a name that is known before the update.";
  return { outcome: "undetermined", resource, property, message, remedy };
}

const showTheDocument =
  "Build the policy from values that are known before the update, in this stack; or attach a policy of AWS.";
