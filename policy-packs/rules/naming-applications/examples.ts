import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const singleAccountAccess = "8b1025e4-1dd2-430b-a150-2ef79cd700f5";
const identityCenter = "21ed01d2-ec13-4e9e-86c1-cd546719ebc4";

const fromGallery = (displayName: unknown, templateId = singleAccountAccess): ExampleResource => ({
  type: "azuread:index/applicationFromTemplate:ApplicationFromTemplate",
  name: "application",
  properties: { displayName, templateId, applicationId: unknownAtPreview },
});

const registered = (displayName: string, value: string): ExampleResource => ({
  type: "azuread:index/application:Application",
  name: "application",
  properties: { displayName, appRoles: [{ id: "11111111-0000-4000-8000-000000000001", value }] },
});

const appRole = (account: string): ExampleResource => ({
  type: "azuread:index/applicationAppRole:ApplicationAppRole",
  name: "developer",
  properties: { applicationId: unknownAtPreview, roleId: "id", value: valueFor(account) },
  from: { applicationId: ["servicePrincipal", "application"] },
});

const valueFor = (account: string): string =>
  `arn:aws:iam::${account}:role/Developer,arn:aws:iam::${account}:saml-provider/EntraID`;

const passing: readonly RuleExample[] = [
  {
    title: "the convention's name, with the account of its app roles",
    resources: [fromGallery("Contoso AWS Account1 (111122223333)"), appRole("111122223333")],
    findings: [],
  },
  {
    title: "an application of its own making, by its app roles",
    resources: [registered("Contoso AWS Account1 (111122223333)", valueFor("111122223333"))],
    findings: [],
  },
  {
    title: "an application that has nothing to do with AWS",
    resources: [registered("AWS cost reports", "Reader")],
    findings: [],
  },
  {
    title: "the application of Identity Center, which is one for all accounts",
    resources: [fromGallery("AWS IAM Identity Center", identityCenter)],
    findings: [],
  },
  {
    title: "a convention without the account's id",
    resources: [fromGallery("aws.Account1"), appRole("111122223333")],
    settings: { pattern: "aws.{account}" },
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "the template's own name",
    resources: [fromGallery("AWS Single-Account Access")],
    findings: [
      {
        resource: "application",
        outcome: "violation",
        property: "displayName",
        message:
          'the application "AWS Single-Account Access" leads to AWS, but its name is not of the form "{company} AWS {account} ({accountId})"',
      },
    ],
  },
  {
    title: "an application of its own making that leads to AWS",
    resources: [registered("Cloud", valueFor("111122223333"))],
    findings: [
      {
        resource: "application",
        outcome: "violation",
        property: "displayName",
        message:
          'the application "Cloud" leads to AWS, but its name is not of the form "{company} AWS {account} ({accountId})"',
      },
    ],
  },
  {
    title: "a name that says another account than the app roles",
    resources: [fromGallery("Contoso AWS Account1 (111122223333)"), appRole("444455556666")],
    findings: [
      {
        resource: "application",
        outcome: "violation",
        property: "displayName",
        message:
          'the application "Contoso AWS Account1 (111122223333)" is named for account 111122223333, but has an app role that leads to account 444455556666',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a name that is computed from what the cloud invents",
    resources: [fromGallery(unknownAtPreview)],
    findings: [
      {
        resource: "application",
        outcome: "undetermined",
        property: "displayName",
        message: "the application's name is known only after the update, so it cannot be compared with the convention",
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
