import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

type Properties = ExampleResource["properties"];

const secret = (properties: Properties, from?: ExampleResource["from"]): ExampleResource => ({
  type: "azuread:index/applicationPassword:ApplicationPassword",
  name: "secret",
  properties: { value: unknownAtPreview, ...properties },
  ...(from && { from }),
});

const certificate = (properties: Properties): ExampleResource => ({
  type: "azuread:index/servicePrincipalCertificate:ServicePrincipalCertificate",
  name: "certificate",
  properties,
});

const application = (password: unknown, from?: ExampleResource["from"]): ExampleResource => ({
  type: "azuread:index/application:Application",
  name: "application",
  properties: { displayName: "Reports", password },
  ...(from && { from }),
});

const federated = (subject: unknown): ExampleResource => ({
  type: "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential",
  name: "federated",
  properties: { subject },
});

const flexible = (claimsMatchingExpression: string): ExampleResource => ({
  type: "azuread:index/applicationFlexibleFederatedIdentityCredential:ApplicationFlexibleFederatedIdentityCredential",
  name: "flexible",
  properties: { claimsMatchingExpression },
});

const passing: readonly RuleExample[] = [
  {
    title: "a secret of exactly 180 days, from its start",
    resources: [secret({ startDate: "2026-01-01T00:00:00Z", endDate: "2026-06-30T00:00:00Z" })],
    findings: [],
  },
  {
    title: "a secret of exactly 180 days, from the day of the preview",
    resources: [secret({ startDate: unknownAtPreview, endDate: "2027-05-24T00:00:00Z" })],
    findings: [],
  },
  { title: "a duration of exactly 180 days", resources: [secret({ endDateRelative: "4319h60m" })], findings: [] },
  { title: "a certificate of exactly 365 days", resources: [certificate({ endDateRelative: "8760h" })], findings: [] },
  {
    title: "the certificate that signs SAML responses: three years by Entra's own choice",
    resources: [
      {
        type: "azuread:index/servicePrincipalTokenSigningCertificate:ServicePrincipalTokenSigningCertificate",
        name: "signing",
        properties: { startDate: "2026-01-01T00:00:00Z", endDate: "2029-01-01T00:00:00Z" },
      },
    ],
    findings: [],
  },
  {
    title: "an application without a secret, as a preview shows it",
    resources: [application(unknownAtPreview)],
    findings: [],
  },
  {
    title: "federated credentials for one subject",
    resources: [
      federated("repo:contoso/infrastructure:ref:refs/heads/main"),
      flexible("claims['sub'] eq 'repo:contoso/infrastructure:ref:refs/heads/main'"),
    ],
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
    title: "a secret of 180 days and a second",
    resources: [secret({ startDate: "2026-01-01T00:00:00Z", endDate: "2026-06-30T00:00:01Z" })],
    findings: [violation("secret", "endDate", "the secret is valid for 181 days; at most 180 are allowed")],
  },
  {
    title: "a duration of ten years",
    resources: [secret({ endDateRelative: "87600h" })],
    findings: [violation("secret", "endDateRelative", "the secret is valid for 3650 days; at most 180 are allowed")],
  },
  {
    title: "no end date, at preview and after the update",
    resources: [secret({ endDate: unknownAtPreview }), certificate({})],
    findings: [
      violation(
        "secret",
        "endDate",
        "the secret has no end date, and Entra's own choice is about 730 days; at most 180 are allowed",
      ),
      violation(
        "certificate",
        "endDate",
        "the certificate has no end date, and Entra's own choice is about 730 days; at most 365 are allowed",
      ),
    ],
  },
  {
    title: "a certificate of two years",
    resources: [certificate({ startDate: "2026-01-01T00:00:00Z", endDate: "2028-01-01T00:00:00Z" })],
    findings: [violation("certificate", "endDate", "the certificate is valid for 730 days; at most 365 are allowed")],
  },
  {
    title: "a date that is none",
    resources: [secret({ endDate: "next summer" })],
    findings: [violation("secret", "endDate", "the end of the secret is neither a date nor a duration")],
  },
  {
    title: "a secret inside of the application",
    resources: [
      application({ displayName: "old", startDate: "2026-01-01T00:00:00Z", endDate: "2027-01-01T00:00:00Z" }),
    ],
    findings: [
      violation("application", "password.endDate", "the secret is valid for 365 days; at most 180 are allowed"),
    ],
  },
  {
    title: "a stricter limit of one's own",
    resources: [secret({ endDateRelative: "721h" })],
    settings: { secretDays: 30 },
    findings: [violation("secret", "endDateRelative", "the secret is valid for 31 days; at most 30 are allowed")],
  },
  {
    title: "subjects with a wildcard",
    resources: [federated("repo:contoso/*"), flexible("claims['sub'] matches 'repo:contoso/*:ref:refs/heads/main'")],
    findings: [
      violation("federated", "subject", 'the federated credential takes every subject like "repo:contoso/*", not one'),
      violation(
        "flexible",
        "claimsMatchingExpression",
        "the federated credential takes every subject like \"claims['sub'] matches 'repo:contoso/*:ref:refs/heads/main'\", not one",
      ),
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "an end date that is computed from what the cloud invents",
    resources: [secret({ endDate: unknownAtPreview }, { endDate: ["rotation"] })],
    findings: [
      {
        resource: "secret",
        outcome: "undetermined",
        property: "endDate",
        message: "the end of the secret is known only after the update, so its lifetime cannot be judged",
      },
    ],
  },
  {
    title: "a secret inside of the application, at preview",
    resources: [application({ displayName: "new", value: unknownAtPreview }, { password: [] })],
    findings: [
      {
        resource: "application",
        outcome: "undetermined",
        property: "password",
        message: "the end of the secret is known only after the update, so its lifetime cannot be judged",
      },
    ],
  },
  {
    title: "a subject that is computed from what the cloud invents",
    resources: [federated(unknownAtPreview)],
    findings: [
      {
        resource: "federated",
        outcome: "undetermined",
        property: "subject",
        message: "the subject of the federated credential is known only after the update",
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
