import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const principal = (properties: ExampleResource["properties"]): ExampleResource => ({
  type: "azuread:index/servicePrincipal:ServicePrincipal",
  name: "servicePrincipal",
  properties: { clientId: unknownAtPreview, ...properties },
  from: { clientId: ["application"] },
});

const galleryApplication: ExampleResource = {
  type: "azuread:index/applicationFromTemplate:ApplicationFromTemplate",
  name: "application",
  properties: { templateId: "8b1025e4-1dd2-430b-a150-2ef79cd700f5" },
};

const appRole: ExampleResource = {
  type: "azuread:index/applicationAppRole:ApplicationAppRole",
  name: "appRole",
  properties: {
    applicationId: unknownAtPreview,
    value: "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID",
  },
  from: { applicationId: ["application"] },
};

const passing: readonly RuleExample[] = [
  {
    title: "SAML with assignment required",
    resources: [principal({ preferredSingleSignOnMode: "saml", appRoleAssignmentRequired: true })],
    findings: [],
  },
  {
    title: "assignment required, whatever the mode will be",
    resources: [principal({ preferredSingleSignOnMode: unknownAtPreview, appRoleAssignmentRequired: true })],
    findings: [],
  },
  {
    title: "an application without SAML, which judges its tokens itself",
    resources: [principal({ preferredSingleSignOnMode: "oidc" })],
    findings: [],
  },
  {
    title: "a gallery application that is made without a service principal of the program: required from birth",
    resources: [galleryApplication],
    findings: [],
  },
];

const open: RuleExample["findings"] = [
  {
    resource: "servicePrincipal",
    outcome: "violation",
    property: "appRoleAssignmentRequired",
    message: "everybody in the tenant gets a SAML response for this application, assigned or not",
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "SAML for everybody",
    resources: [principal({ preferredSingleSignOnMode: "saml", appRoleAssignmentRequired: false })],
    findings: open,
  },
  {
    title: "the setting left out, which azuread takes for false",
    resources: [principal({ preferredSingleSignOnMode: "saml" })],
    findings: open,
  },
  {
    title: "an application from AWS's template before its mode is set",
    resources: [galleryApplication, principal({})],
    findings: open,
  },
  {
    title: "an application that leads to AWS by its app roles",
    resources: [
      { type: "azuread:index/application:Application", name: "application", properties: { displayName: "Cloud" } },
      appRole,
      principal({ appRoleAssignmentRequired: "true" }),
    ],
    findings: open,
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a setting that only the update tells",
    resources: [principal({ preferredSingleSignOnMode: "saml", appRoleAssignmentRequired: unknownAtPreview })],
    findings: [
      {
        resource: "servicePrincipal",
        outcome: "undetermined",
        property: "appRoleAssignmentRequired",
        message: "whether an assignment is required is known only after the update",
      },
    ],
  },
  {
    title: "a mode that only the update tells, open to everybody",
    resources: [principal({ preferredSingleSignOnMode: unknownAtPreview })],
    findings: [
      {
        resource: "servicePrincipal",
        outcome: "undetermined",
        property: "preferredSingleSignOnMode",
        message: "how people sign in is known only after the update",
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
