import type { SentResource } from "../pack-host";

const accountId = "111122223333";
const arnOf = (resource: string): string => `arn:aws:iam::${accountId}:${resource}`;

type Made = (number: number) => SentResource;

const document = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** What applications are allowed: three statements on resources of their own. */
const permissions = (number: number): string =>
  document(
    {
      Sid: "Read",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:ListBucket"],
      Resource: [`arn:aws:s3:::app-${number}`, `arn:aws:s3:::app-${number}/*`],
    },
    {
      Sid: "Table",
      Effect: "Allow",
      Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
      Resource: `arn:aws:dynamodb:us-east-1:${accountId}:table/app-${number}`,
    },
    {
      Sid: "Logs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `arn:aws:logs:us-east-1:${accountId}:log-group:/app/${number}:*`,
    },
  );

const trust = document({
  Effect: "Allow",
  Principal: { Federated: arnOf("saml-provider/EntraID") },
  Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
  Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
});

const holders: readonly (readonly [count: number, make: Made])[] = [
  [
    300,
    (number) => ({
      type: "aws:iam/role:Role",
      name: `role-${number}`,
      properties: {
        name: `Role${number}`,
        arn: arnOf(`role/Role${number}`),
        assumeRolePolicy: trust,
        maxSessionDuration: 3600,
        description: "An application's role",
        tags: { team: "apps" },
      },
    }),
  ],
  [
    300,
    (number) => ({
      type: "aws:iam/rolePolicy:RolePolicy",
      name: `inline-${number}`,
      properties: { name: "inline", role: `Role${number}`, policy: permissions(number) },
    }),
  ],
  [
    200,
    (number) => ({
      type: "aws:iam/policy:Policy",
      name: `policy-${number}`,
      properties: {
        name: `Policy${number}`,
        arn: arnOf(`policy/Policy${number}`),
        path: "/",
        policy: permissions(number),
      },
    }),
  ],
];

const others: readonly (readonly [count: number, make: Made])[] = [
  [
    300,
    (number) => ({
      type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      name: `attachment-${number}`,
      properties: { role: `Role${number}`, policyArn: arnOf(`policy/Policy${number % 200}`) },
    }),
  ],
  [
    300,
    (number) => ({
      type: "azuread:index/group:Group",
      name: `group-${number}`,
      properties: {
        displayName: `AWS-Account1-Role${number}s`,
        objectId: `group-${number}`,
        securityEnabled: true,
        assignableToRole: true,
      },
    }),
  ],
  [
    300,
    (number) => ({
      type: "azuread:index/applicationAppRole:ApplicationAppRole",
      name: `app-role-${number}`,
      properties: {
        roleId: `app-role-${number}`,
        displayName: `Role${number}`,
        value: `${arnOf(`role/Role${number}`)},${arnOf("saml-provider/EntraID")}`,
      },
    }),
  ],
  [
    300,
    (number) => ({
      type: "azuread:index/appRoleAssignment:AppRoleAssignment",
      name: `assignment-${number}`,
      properties: {
        principalObjectId: `group-${number}`,
        appRoleId: `app-role-${number}`,
        resourceObjectId: "application",
      },
    }),
  ],
  [
    1,
    () => ({
      type: "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy",
      name: "mfa",
      properties: {
        displayName: "CA001-AllApps-AnyPlatform-MFA",
        state: "enabled",
        conditions: {
          users: { includedUsers: ["All"], excludedGroups: ["b4ea6100-0000-4000-8000-000000000001"] },
          applications: { includedApplications: ["All"] },
          clientAppTypes: ["all"],
        },
        grantControls: { operator: "OR", builtInControls: ["mfa"] },
      },
    }),
  ],
  [
    999,
    (number) => ({
      type: "aws:s3/bucket:Bucket",
      name: `bucket-${number}`,
      properties: {
        bucket: `app-${number}`,
        arn: `arn:aws:s3:::app-${number}`,
        tags: { team: "apps", stage: "production" },
        versioning: { enabled: true },
        grants: [{ type: "CanonicalUser", permissions: ["FULL_CONTROL"] }],
      },
    }),
  ],
];

/** 3,000 resources as a company's stack may hold, 800 of them with policy documents, and no fault that would stop it. */
export function bigStack(): readonly SentResource[] {
  return [...holders, ...others].flatMap(([count, make]) => Array.from({ length: count }, (_, number) => make(number)));
}
