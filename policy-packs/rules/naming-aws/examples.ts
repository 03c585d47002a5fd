import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const role = (name: unknown): ExampleResource => ({ type: "aws:iam/role:Role", name: "role", properties: { name } });

const provider = (name: unknown): ExampleResource => ({
  type: "aws:iam/samlProvider:SamlProvider",
  name: "provider",
  properties: { name },
});

const policy = (name: unknown): ExampleResource => ({
  type: "aws:iam/policy:Policy",
  name: "policy",
  properties: { name },
});

const settings = { roles: ["Administrator", "Developer*"], samlProviders: ["EntraID"], policies: ["Entra*"] };

const passing: readonly RuleExample[] = [
  {
    title: "any legal name where nothing is configured",
    resources: [role("Developer"), provider("EntraID"), policy("boundary-3f2a"), role(unknownAtPreview)],
    findings: [],
  },
  {
    title: "names by the configured patterns",
    resources: [role("Developer-EU"), provider("EntraID"), policy("EntraFederationBoundary")],
    settings,
    findings: [],
  },
];

const violation = (resource: string, message: string): RuleExample["findings"][number] => ({
  resource,
  outcome: "violation",
  property: "name",
  message,
});

const violations: readonly RuleExample[] = [
  {
    title: "names that no pattern fits, each with the patterns of its kind",
    resources: [role("developer"), provider("Okta"), policy("Boundary")],
    settings,
    findings: [
      violation("role", 'the role "developer" is not named "Administrator" or "Developer*"'),
      violation("provider", 'the SAML provider "Okta" is not named "EntraID"'),
      violation("policy", 'the policy "Boundary" is not named "Entra*"'),
    ],
  },
  {
    title: "a name that IAM refuses",
    resources: [role("Cloud developers")],
    findings: [
      violation(
        "role",
        'IAM does not take "Cloud developers" as the name of a role: expected are letters of the English alphabet, digits and _+=,.@-, no spaces',
      ),
    ],
  },
  {
    title: "a role's name of 65 characters",
    resources: [role("r".repeat(64)), { ...role("s".repeat(65)), name: "longer" }],
    findings: [
      violation(
        "longer",
        `IAM does not take "${"s".repeat(65)}" as the name of a role: expected are at most 64 characters (this has 65)`,
      ),
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a name that only the update tells, where a pattern is configured",
    resources: [role(unknownAtPreview)],
    settings,
    findings: [
      {
        resource: "role",
        outcome: "undetermined",
        property: "name",
        message: "the role's name is known only after the update, so it cannot be compared with the patterns",
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
