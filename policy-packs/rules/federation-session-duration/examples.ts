import { claimsPolicyDefinition } from "#core/entra";
import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const provider = "arn:aws:iam::111122223333:saml-provider/EntraID";

const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: { Effect: "Allow", Principal: { Federated: provider }, Action: "sts:AssumeRoleWithSAML" },
});

const role = (name: string, maxSessionDuration?: unknown, assumeRolePolicy: unknown = trust): ExampleResource => ({
  type: "aws:iam/role:Role",
  name,
  properties: { name, arn: unknownAtPreview, assumeRolePolicy, maxSessionDuration },
});

const permissionSet = (sessionDuration: unknown, from?: ExampleResource["from"]): ExampleResource => ({
  type: "aws:ssoadmin/permissionSet:PermissionSet",
  name: "set",
  properties: { name: "Developer", sessionDuration },
  ...(from && { from }),
});

const claims = (...definitions: readonly unknown[]): ExampleResource => ({
  type: "azuread:index/claimsMappingPolicy:ClaimsMappingPolicy",
  name: "claims",
  properties: { definitions },
});

const duration = (seconds: number): ExampleResource => claims(claimsPolicyDefinition({ sessionDuration: seconds }));

const durationOf = (claim: object): ExampleResource =>
  claims(
    JSON.stringify({
      ClaimsMappingPolicy: {
        ClaimsSchema: [{ SamlClaimType: "https://aws.amazon.com/SAML/Attributes/SessionDuration", ...claim }],
      },
    }),
  );

/** The claims are of an application that has an app role for one role alone. */
const application = (roleName: string): readonly ExampleResource[] => [
  { type: "azuread:index/application:Application", name: "application", properties: { displayName: "AWS" } },
  {
    type: "azuread:index/servicePrincipal:ServicePrincipal",
    name: "servicePrincipal",
    properties: { clientId: unknownAtPreview },
    from: { clientId: ["application"] },
  },
  {
    type: "azuread:index/servicePrincipalClaimsMappingPolicyAssignment:ServicePrincipalClaimsMappingPolicyAssignment",
    name: "assignment",
    properties: { claimsMappingPolicyId: unknownAtPreview, servicePrincipalId: unknownAtPreview },
    from: { claimsMappingPolicyId: ["claims"], servicePrincipalId: ["servicePrincipal"] },
  },
  {
    type: "azuread:index/applicationAppRole:ApplicationAppRole",
    name: "appRole",
    properties: { applicationId: unknownAtPreview, value: `arn:aws:iam::111122223333:role/${roleName},${provider}` },
    from: { applicationId: ["application"] },
  },
];

const service = JSON.stringify({
  Statement: { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
});

const passing: readonly RuleExample[] = [
  {
    title: "a role of four hours, one of IAM's default, and a claim of the shorter",
    resources: [role("Developer", 14_400), role("Administrator"), duration(3600)],
    findings: [],
  },
  {
    title: "a long session of a role that nobody signs in to",
    resources: [role("batch", 43_200, service)],
    findings: [],
  },
  {
    title: "a claim above the maximum of a role of another application",
    resources: [role("Developer", 14_400), role("Auditor", 3600), duration(14_400), ...application("Developer")],
    findings: [],
  },
  {
    title: "a permission set of four hours, and one of the default, as a preview shows it",
    resources: [permissionSet("PT3H60M"), { ...permissionSet(unknownAtPreview), name: "default" }],
    findings: [],
  },
  {
    title: "a claims policy that cannot be read, which Entra refuses",
    resources: [claims("{", 7, "[]")],
    findings: [],
  },
];

const violation = (resource: string, property: string, message: string): RuleExample["findings"][number] => ({
  resource,
  outcome: "violation",
  property,
  message,
});

const violations: readonly RuleExample[] = [
  {
    title: "a federated role of a second more than four hours",
    resources: [role("Developer", 14_401)],
    findings: [
      violation(
        "Developer",
        "maxSessionDuration",
        "a session of the federated role may last 14401 seconds; at most 14400 are allowed",
      ),
    ],
  },
  {
    title: "a permission set of twelve hours",
    resources: [permissionSet("PT12H")],
    findings: [
      violation(
        "set",
        "sessionDuration",
        "a session of the permission set may last 43200 seconds; at most 14400 are allowed",
      ),
    ],
  },
  {
    title: "a limit of one's own",
    resources: [role("Developer", 7200)],
    settings: { longest: 3600 },
    findings: [
      violation(
        "Developer",
        "maxSessionDuration",
        "a session of the federated role may last 7200 seconds; at most 3600 are allowed",
      ),
    ],
  },
  {
    title: "a claim above the shortest maximum",
    resources: [role("Developer", 14_400), role("Administrator"), duration(3601)],
    findings: [
      violation(
        "claims",
        "definitions[0]",
        "the SessionDuration claim is 3601 seconds, but a role of the federation gives 3600: sign-ins to it fail",
      ),
    ],
  },
  {
    title: "a claim above the maximum of the one role that its application leads to",
    resources: [role("Developer", 14_400), role("Auditor", 3600), duration(14_400), ...application("Auditor")],
    findings: [
      violation(
        "claims",
        "definitions[0]",
        "the SessionDuration claim is 14400 seconds, but a role of the federation gives 3600: sign-ins to it fail",
      ),
    ],
  },
  {
    title: "a claim above the limit, with the roles elsewhere",
    resources: [duration(14_401)],
    findings: [
      violation("claims", "definitions[0]", "the SessionDuration claim is 14401 seconds; at most 14400 are allowed"),
    ],
  },
  {
    title: "a claim of less than 900 seconds, and one that is no number",
    resources: [durationOf({ Value: "899" }), { ...durationOf({ Value: "an hour" }), name: "words" }],
    findings: [
      violation("claims", "definitions[0]", 'the SessionDuration claim is "899"; AWS takes 900 to 43200 seconds'),
      violation("words", "definitions[0]", 'the SessionDuration claim is "an hour"; AWS takes 900 to 43200 seconds'),
    ],
  },
  {
    title: "a number as the name of a user's property",
    resources: [durationOf({ Source: "user", ID: "3600" })],
    findings: [
      violation(
        "claims",
        "definitions[0]",
        "the SessionDuration claim has no Value, so Entra emits none, and sessions last an hour",
      ),
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "durations and claims that only the update tells",
    resources: [
      role("Developer", unknownAtPreview),
      permissionSet(unknownAtPreview, { sessionDuration: ["settings"] }),
      claims(unknownAtPreview),
    ],
    findings: [
      {
        resource: "Developer",
        outcome: "undetermined",
        property: "maxSessionDuration",
        message: "how long a session of the federated role may last is known only after the update",
      },
      {
        resource: "set",
        outcome: "undetermined",
        property: "sessionDuration",
        message: "how long a session of the permission set may last is known only after the update",
      },
      {
        resource: "claims",
        outcome: "undetermined",
        property: "definitions[0]",
        message: "what the claims policy says of the session's length is known only after the update",
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
