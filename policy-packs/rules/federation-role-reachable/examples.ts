import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const providerArn = "arn:aws:iam::111122223333:saml-provider/EntraID";

const provider: ExampleResource = {
  type: "aws:iam/samlProvider:SamlProvider",
  name: "provider",
  properties: { name: "EntraID", arn: unknownAtPreview },
};

const role: ExampleResource = {
  type: "aws:iam/role:Role",
  name: "developer",
  properties: {
    name: "Developer",
    arn: unknownAtPreview,
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: { Effect: "Allow", Principal: { Federated: providerArn }, Action: "sts:AssumeRoleWithSAML" },
    }),
  },
};

const application: ExampleResource = {
  type: "azuread:index/applicationFromTemplate:ApplicationFromTemplate",
  name: "application",
  properties: { displayName: "AWS", templateId: "8b1025e4-1dd2-430b-a150-2ef79cd700f5" },
};

const developer = `arn:aws:iam::111122223333:role/Developer,${providerArn}`;

const inSecond = (text: string): string => text.replaceAll("111122223333", "444455556666");

const inOtherAccount = ({ type, properties }: ExampleResource, name: string): ExampleResource => ({
  type,
  name,
  properties: Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, typeof value === "string" ? inSecond(value) : value]),
  ),
});

const appRole = (value: unknown = developer): ExampleResource => ({
  type: "azuread:index/applicationAppRole:ApplicationAppRole",
  name: "appRole",
  properties: { applicationId: unknownAtPreview, roleId: unknownAtPreview, value },
  from: { applicationId: ["application"] },
});

const assignment = (from: readonly string[]): ExampleResource => ({
  type: "azuread:index/appRoleAssignment:AppRoleAssignment",
  name: "assignment",
  properties: { principalObjectId: "11111111-0000-4000-8000-000000000001", appRoleId: unknownAtPreview },
  from: { appRoleId: from },
});

const aws = [provider, role];

const passing: readonly RuleExample[] = [
  {
    title: "an app role that leads to the role, and somebody who is assigned",
    resources: [...aws, application, appRole(), assignment(["appRole"])],
    findings: [],
  },
  {
    title: "roles of one name in two accounts, at preview",
    resources: [
      ...aws,
      inOtherAccount(provider, "other provider"),
      inOtherAccount(role, "other developer"),
      application,
      appRole(),
      assignment(["appRole"]),
      { ...appRole(inSecond(developer)), name: "other app role" },
      { ...assignment(["other app role"]), name: "other assignment" },
    ],
    findings: [],
  },
  { title: "a stack of AWS alone", resources: aws, findings: [] },
  {
    title: "app roles that Entra's role import writes",
    resources: [
      ...aws,
      application,
      {
        type: "azuread:index/synchronizationJob:SynchronizationJob",
        name: "job",
        properties: { templateId: "aws", servicePrincipalId: unknownAtPreview },
        from: { servicePrincipalId: ["servicePrincipal"] },
      },
      {
        type: "azuread:index/servicePrincipal:ServicePrincipal",
        name: "servicePrincipal",
        properties: { clientId: unknownAtPreview },
        from: { clientId: ["application"] },
      },
    ],
    findings: [],
  },
  {
    title: "a role that trusts a SAML provider of another stack, and a role of a service",
    resources: [
      application,
      role,
      {
        type: "aws:iam/role:Role",
        name: "batch",
        properties: {
          name: "Batch",
          assumeRolePolicy: JSON.stringify({
            Statement: { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
          }),
        },
      },
    ],
    findings: [],
  },
];

const finding = (outcome: "violation" | "undetermined", message: string): RuleExample["findings"] => [
  { resource: "developer", outcome, property: "assumeRolePolicy", message },
];

const violations: readonly RuleExample[] = [
  {
    title: "no app role that leads to the role",
    resources: [...aws, application, appRole(`arn:aws:iam::111122223333:role/Auditor,${providerArn}`)],
    findings: finding(
      "violation",
      'the role "developer" trusts a SAML provider of this stack, but no app role leads to it',
    ),
  },
  {
    title: "a trust policy that is made of the provider's ARN, at preview",
    resources: [
      provider,
      {
        ...role,
        properties: { name: "Developer", assumeRolePolicy: unknownAtPreview },
        from: { assumeRolePolicy: ["provider"] },
      },
      application,
    ],
    findings: finding(
      "violation",
      'the role "developer" trusts a SAML provider of this stack, but no app role leads to it',
    ),
  },
  {
    title: "an app role that nobody is assigned to",
    resources: [...aws, application, appRole()],
    findings: finding("violation", 'nobody is assigned to the app role that leads to the role "developer"'),
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "an app role whose value only the update tells",
    resources: [...aws, application, appRole(unknownAtPreview)],
    findings: finding(
      "undetermined",
      'whether an app role leads to the role "developer" is known only after the update',
    ),
  },
  {
    title: "an assignment whose app role only the update tells",
    resources: [...aws, application, appRole(), assignment([])],
    findings: finding(
      "undetermined",
      'whether somebody is assigned to the app role of the role "developer" is known only after the update',
    ),
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
