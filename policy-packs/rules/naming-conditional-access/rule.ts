import { defaultNaming, matchesPattern, namingProblems } from "#core/naming";
import { shown } from "#core/problems";
import type { StackFacts, StackResource } from "../../facts";
import {
  accessGroups,
  applicationOfServicePrincipal,
  awsApplications,
  isRecord,
  resourceTypes,
} from "../../facts/federation";
import type { RuleOption, StackRule, Verdict } from "../rule";

const policyType = "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy";
const property = "displayName";

export const namingConditionalAccess: StackRule<{ pattern: RuleOption<string> }> = {
  kind: "stack",
  id: "naming-conditional-access",
  title: "A Conditional Access policy that demands MFA for AWS is named for the account",
  severity: "low",
  why: "A tenant has up to 240 policies in one flat list, and a sign-in log names those that applied. Which of them keeps an AWS account behind MFA has to be seen from the name, or it is switched off by somebody who looks for another.",
  fix: "Name the policy by the convention; a policy that has nothing to do with AWS needs another beginning.",
  references: [
    "https://learn.microsoft.com/en-us/azure/architecture/reference-architectures/aws/aws-azure-ad-security",
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/plan-conditional-access",
  ],
  frameworks: [],
  options: {
    pattern: {
      description: "The policy's name, with {company}, {account} and {accountId} as in the naming convention.",
      default: defaultNaming.conditionalAccessPolicy,
      expected: (pattern) =>
        namingProblems({ conditionalAccessPolicy: pattern }).find((problem) => problem.severity === "error")?.expected,
    },
  },
  judge(stack, { pattern }) {
    const aws = urnsOfAws(stack);
    return stack.ofType(policyType).flatMap((policy) => judgePolicy(policy, concerns(policy, aws), pattern));
  },
};

function judgePolicy(policy: StackResource, ofAws: boolean, pattern: string): readonly Verdict[] {
  const demanded = ofAws && mayDemandMfa(policy);
  const reading = policy.read(property);
  if (reading.kind === "unknown") {
    if (!demanded) return [];
    const message = "the policy's name is known only after the update, so it cannot be compared with the convention";
    return [{ outcome: "undetermined", resource: policy, property: reading.property, message, remedy: nameFromConfig }];
  }
  const name = reading.kind === "known" && typeof reading.value === "string" ? reading.value : "";
  if (!demanded && !hasPrefix(name, pattern)) return [];
  const overrides = { conditionalAccessPolicy: pattern };
  if (matchesPattern("conditionalAccessPolicy", name, { overrides }) !== undefined) return [];
  if (name === nameForAllAccounts(pattern)) return [];
  const reason = demanded ? "demands MFA for AWS" : "begins as those that demand MFA for AWS";
  const message = `the policy ${shown(name)} ${reason}, but its name is not of the form ${shown(pattern)}`;
  return [{ outcome: "violation", resource: policy, property, message }];
}

const nameFromConfig =
  "Build the name from values that are known before the update (configuration, constants), not from another resource's outputs.";

function hasPrefix(name: string, pattern: string): boolean {
  const prefix = prefixOf(pattern).toLowerCase();
  return prefix !== "" && name.toLowerCase().startsWith(prefix);
}

/** One policy may be for the applications of all accounts: then it is named for none, as `AWS Console – MFA`. */
function nameForAllAccounts(pattern: string): string | undefined {
  return prefixOf(pattern).replace(/[\s–—:_-]+$/u, "") || undefined;
}

function prefixOf(pattern: string): string {
  return pattern.slice(0, Math.max(0, pattern.indexOf("{")));
}

/** The convention has a name for this control alone; a policy that only blocks or limits sessions has a name of its own. */
function mayDemandMfa(policy: StackResource): boolean {
  const controls = policy.read("grantControls");
  if (controls.kind !== "known" || !isRecord(controls.value)) return controls.kind === "unknown";
  const { builtInControls, authenticationStrengthPolicyId: strength } = controls.value;
  return (Array.isArray(builtInControls) && builtInControls.includes("mfa")) || typeof strength === "string";
}

/** Groups that give a role in AWS, applications for AWS, and the service principals of these. */
function urnsOfAws(stack: StackFacts): ReadonlySet<string> {
  const applications = awsApplications(stack);
  const principals = stack
    .ofType(resourceTypes.servicePrincipal)
    .filter((principal) => applications.has(applicationOfServicePrincipal(stack, principal).urn));
  const groups = [...accessGroups(stack).keys()];
  return new Set([...applications, ...[...principals, ...groups].map(({ urn }) => urn)]);
}

function concerns(policy: StackResource, aws: ReadonlySet<string>): boolean {
  return (policy.propertyDependencies.get("conditions") ?? []).some((urn) => aws.has(urn));
}
