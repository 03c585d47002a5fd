import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const roleArn = (account = "111122223333", name = "Developer"): string => `arn:aws:iam::${account}:role/${name}`;
const providerArn = (account = "111122223333", name = "EntraID"): string =>
  `arn:aws:iam::${account}:saml-provider/${name}`;

const role = (assumeRolePolicy: unknown, from?: ExampleResource["from"]): ExampleResource => ({
  type: "aws:iam/role:Role",
  name: "role",
  properties: { name: "Developer", arn: unknownAtPreview, assumeRolePolicy },
  ...(from && { from }),
});

const trusting = (Federated: string): ExampleResource =>
  role(
    JSON.stringify({
      Version: "2012-10-17",
      Statement: { Effect: "Allow", Principal: { Federated }, Action: "sts:AssumeRoleWithSAML" },
    }),
  );

const provider: ExampleResource = {
  type: "aws:iam/samlProvider:SamlProvider",
  name: "provider",
  properties: { name: "EntraID", arn: unknownAtPreview },
};

const application = (displayName = "Contoso AWS Account1 (111122223333)"): ExampleResource => ({
  type: "azuread:index/applicationFromTemplate:ApplicationFromTemplate",
  name: "application",
  properties: { displayName, templateId: "8b1025e4-1dd2-430b-a150-2ef79cd700f5" },
});

const appRole = (value: unknown, name = "appRole"): ExampleResource => ({
  type: "azuread:index/applicationAppRole:ApplicationAppRole",
  name,
  properties: { applicationId: unknownAtPreview, roleId: `id of ${name}`, value },
  from: { applicationId: ["application"] },
});

const group = (displayName: string): ExampleResource => ({
  type: "azuread:index/group:Group",
  name: "group",
  properties: { displayName, objectId: unknownAtPreview },
});

const assignment = (name = "assignment"): ExampleResource => ({
  type: "azuread:index/appRoleAssignment:AppRoleAssignment",
  name,
  properties: { principalObjectId: unknownAtPreview, appRoleId: unknownAtPreview },
  from: { principalObjectId: ["group"], appRoleId: ["appRole"] },
});

const pair = `${roleArn()},${providerArn()}`;

const passing: readonly RuleExample[] = [
  {
    title: "four names that belong together",
    resources: [
      provider,
      trusting(providerArn()),
      application(),
      appRole(pair),
      group("AWS-Account1-Developers"),
      assignment(),
    ],
    findings: [],
  },
  {
    title: "the provider first, a role of another stack, a name with dashes, capitals that differ",
    resources: [
      application("Contoso AWS Prod-EU (111122223333)"),
      appRole(`${providerArn()},${roleArn()}`),
      group("AWS-Prod-EU-developers"),
      assignment(),
    ],
    findings: [],
  },
  {
    title: "a trust policy that is made of the provider's ARN, at preview",
    resources: [provider, role(unknownAtPreview, { assumeRolePolicy: ["provider"] }), application(), appRole(pair)],
    findings: [],
  },
  {
    title: "a role of the same name in another account, whose ARN the preview does not know",
    resources: [trusting(providerArn("444455556666")), application(), appRole(pair)],
    findings: [],
  },
  {
    title: "an app role of another application, with a comma",
    resources: [
      { type: "azuread:index/application:Application", name: "application", properties: { displayName: "Reports" } },
      appRole("Reader,Writer"),
      appRole(unknownAtPreview, "later"),
    ],
    findings: [],
  },
  {
    title: "a group that is not named by the convention",
    resources: [application(), appRole(pair), group("Cloud administrators"), assignment()],
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
    title: "a provider of another account",
    resources: [application(), appRole(`${roleArn()},${providerArn("444455556666")}`)],
    findings: [
      violation(
        "appRole",
        "value",
        `the app role names a role and a SAML provider of two accounts: "${roleArn()}" and "${providerArn("444455556666")}"`,
      ),
    ],
  },
  {
    title: "a provider of another partition",
    resources: [application(), appRole(`${roleArn()},${providerArn().replace(":aws:", ":aws-cn:")}`)],
    findings: [
      violation(
        "appRole",
        "value",
        `the app role names a role and a SAML provider of two accounts: "${roleArn()}" and "arn:aws-cn:iam::111122223333:saml-provider/EntraID"`,
      ),
    ],
  },
  {
    title: "a value that is only half of a pair",
    resources: [application(), appRole(roleArn())],
    findings: [
      violation(
        "appRole",
        "value",
        `the app role's value "${roleArn()}" is no pair of a role's ARN and a SAML provider's ARN`,
      ),
    ],
  },
  {
    title: "a provider that the role does not trust",
    resources: [provider, trusting(providerArn(undefined, "Okta")), application(), appRole(pair)],
    findings: [
      violation(
        "appRole",
        "value",
        `the app role leads to the role "role" by "${providerArn()}", which this role does not trust`,
      ),
    ],
  },
  {
    title: "a group that is named for another role",
    resources: [application(), appRole(pair), group("AWS-Account1-Auditors"), assignment()],
    findings: [
      violation(
        "assignment",
        "appRoleId",
        'the group "AWS-Account1-Auditors" gives the role "Developer" of account "Account1", which is not the one that it is named for',
      ),
    ],
  },
  {
    title: "a group that is named for another account",
    resources: [application(), appRole(pair), group("AWS-Account2-Developers"), assignment()],
    findings: [
      violation(
        "assignment",
        "appRoleId",
        'the group "AWS-Account2-Developers" gives the role "Developer" of account "Account1", which is not the one that it is named for',
      ),
    ],
  },
  {
    title: "two app roles of one value, and a group that is assigned twice",
    resources: [
      application(),
      appRole(pair),
      appRole(`${providerArn()},${roleArn()}`, "again"),
      group("AWS-Account1-Developers"),
      assignment(),
      assignment("twice"),
    ],
    findings: [
      violation("again", "value", 'the app role leads to the same role by the same SAML provider as "appRole"'),
      violation("twice", "appRoleId", 'the group "group" is assigned to this app role twice'),
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a value that only the update tells",
    resources: [application(), appRole(unknownAtPreview)],
    findings: [
      {
        resource: "appRole",
        outcome: "undetermined",
        property: "value",
        message: "which role in AWS the app role leads to is known only after the update",
      },
    ],
  },
  {
    title: "app roles inside of an application that are made of a role's ARN",
    resources: [
      trusting(providerArn()),
      {
        type: "azuread:index/application:Application",
        name: "own",
        properties: { displayName: "Cloud", appRoles: [{ value: unknownAtPreview }] },
        from: { appRoles: ["role"] },
      },
    ],
    findings: [
      {
        resource: "own",
        outcome: "undetermined",
        property: "appRoles[0].value",
        message: "which role in AWS the app role leads to is known only after the update",
      },
    ],
  },
  {
    title: "two roles of one name, and nothing that tells which",
    resources: [
      role(unknownAtPreview),
      { ...role(unknownAtPreview), name: "second role" },
      application(),
      appRole(pair),
    ],
    findings: [
      {
        resource: "appRole",
        outcome: "undetermined",
        property: "value",
        message: `which of the roles named "${roleArn()}" the app role leads to is known only after the update`,
      },
    ],
  },
  {
    title: "a trust policy that only the update tells",
    resources: [role(unknownAtPreview), application(), appRole(pair)],
    findings: [
      {
        resource: "role",
        outcome: "undetermined",
        property: "assumeRolePolicy",
        message: 'whether the role "role" trusts the SAML provider of its app role is known only after the update',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
