import { parseArn } from "#core/aws";
import { shown } from "#core/problems";
import { managedPolicyArnsOf, principals, type PrincipalFact } from "../../facts";
import { administratorRoles, isAdministrator } from "../exempt";
import type { RuleOption, StackRule, Verdict } from "../rule";
import { sayPrincipal } from "../say-principal";

/**
 * AWS's policies that give the account, or the way to it.
 * Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html.
 */
const elevated = [
  "AWSOrganizationsFullAccess",
  "AWSSSOMasterAccountAdministrator",
  "AdministratorAccess",
  "AdministratorAccess-AWSElasticBeanstalk",
  "AdministratorAccess-Amplify",
  "IAMFullAccess",
  "PowerUserAccess",
  "SystemAdministrator",
] as const;

type Options = {
  administratorRoles: RuleOption<readonly string[]>;
  policies: RuleOption<readonly string[]>;
};

export const iamElevatedManagedPolicy: StackRule<Options> = {
  kind: "stack",
  id: "iam-elevated-managed-policy",
  title: "Managed policies that give the whole account are on administrators' roles only",
  severity: "high",
  why: "AdministratorAccess, IAMFullAccess and their like are attached in one line and give everything, or the right to take everything. Whoever has one is an administrator, whatever the role is called, and an access review by names does not show it.",
  fix: "Attach a policy with what the principal does, or list the role in administratorRoles if it is meant to be an administrator's.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html",
  ],
  frameworks: ["CIS AWS 5.0.0 1.15", "NIST 800-53 AC-6"],
  options: {
    administratorRoles,
    policies: { description: "Names of the managed policies of AWS that count, without path.", default: elevated },
  },
  judge: (stack, { administratorRoles: exempt, policies }) =>
    principals(stack)
      .filter((principal) => !isAdministrator(principal, exempt))
      .flatMap((principal) => [...elevatedPolicies(principal, policies), ...unnamedPolicies(principal)]),
};

function elevatedPolicies(principal: PrincipalFact, names: readonly string[]): readonly Verdict[] {
  return managedPolicyArnsOf(principal).flatMap(({ arn, resource, property }): readonly Verdict[] => {
    const parsed = parseArn(arn);
    const name = parsed?.accountId === "aws" ? parsed.resource.replace(/^policy\/(.*\/)?/, "") : "";
    if (!names.includes(name)) return [];
    const message = `${sayPrincipal(principal)} has the managed policy ${shown(name)}`;
    return [{ outcome: "violation", resource, property, message }];
  });
}

function unnamedPolicies(principal: PrincipalFact): readonly Verdict[] {
  return principal.policies
    .filter(({ unnamed, group }) => unnamed && group === undefined)
    .map(({ resource, property }) => ({
      outcome: "undetermined",
      resource,
      property,
      message: `which managed policy ${sayPrincipal(principal)} has is known only after the update`,
      remedy: "Write the policy's ARN from values that are known before the update.",
    }));
}
