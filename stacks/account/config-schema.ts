import { ConsoleMfaPolicyState, EntraCloud, Partition, RoleMode, SessionNameSource } from "entra-aws";
import { z } from "zod";

const text = (description: string) => z.string().describe(description);
const seconds = (description: string) => z.number().describe(description);
const tags = (of: string) => z.record(z.string(), z.string()).describe(`Tags of ${of}.`).optional();

const account = z
  .strictObject({
    id: text('The account id: 12 digits, in quotes: "111122223333".'),
    name: text("The account's short name, part of the names of groups, application and policies."),
    partition: z.enum(Partition).describe('The account\'s partition. Default: "aws".').optional(),
  })
  .describe("The AWS account.");

const role = z
  .strictObject({
    managedPolicies: z
      .array(z.string())
      .describe("Managed policies: names of AWS's own, or ARNs. Default: none.")
      .optional(),
    inlinePolicies: z
      .record(z.string(), z.union([z.string(), z.looseObject({})]))
      .describe("Inline policies: name → policy document, as an object or as JSON text. Default: none.")
      .optional(),
    permissionsBoundary: text("ARN of the role's permissions boundary. Default: none.").optional(),
    path: text('The role\'s path, from slash to slash. Default: "/".').optional(),
    description: text("What the role is for.").optional(),
    maxSessionDuration: seconds("The longest session, 3,600 to 43,200 seconds. Default: 3600.").optional(),
    existingRoleArn: text("ARN of a role that is there already, taken as it is. Default: a new role.").optional(),
    existingGroupObjectId: text(
      "Object id of a group that is there already, taken as it is. Default: a new group.",
    ).optional(),
    members: z
      .array(z.string())
      .describe("Who may take the role, by user principal name: test users of this stack, or users of the tenant.")
      .optional(),
    owners: z.array(z.string()).describe("Object ids of the owners of the role's group.").optional(),
    groupName: text("Name of the role's group. Default: by the naming convention.").optional(),
    tags: tags("the role"),
  })
  .describe("One role, and who may take it.");

const conditionalAccess = z
  .strictObject({
    requireMfa: z.boolean().describe("Whether every sign-in needs MFA."),
    state: z
      .enum(ConsoleMfaPolicyState)
      .describe('Whether the policy acts ("enabled") or only reports. Default: "enabled".')
      .optional(),
    excludedGroupIds: z.array(z.string()).describe("Object ids of the groups of the break-glass accounts.").optional(),
  })
  .describe("The conditions of a sign-in. Default: none.");

const naming = z
  .strictObject({
    application: text("The enterprise application.").optional(),
    group: text("The security group of a role.").optional(),
    role: text("The IAM role.").optional(),
    samlProvider: text("The SAML provider.").optional(),
    provisioningUser: text("The IAM user of Entra's provisioning agent.").optional(),
    claimsPolicy: text("The claims mapping policy.").optional(),
    boundary: text("The permissions boundary of federated roles.").optional(),
    conditionalAccessPolicy: text("The Conditional Access policy.").optional(),
    appRole: text("The app role.").optional(),
  })
  .describe(
    "Patterns that replace those of the naming convention; {company} {account} {accountId} {role} {samlProvider}.",
  );

const protectedRole = z.strictObject({
  roleName: text("The role's name."),
  path: text('The role\'s path. Default: "/".').optional(),
});

const metadata = z
  .strictObject({ xml: text("The document, as downloaded.") })
  .describe("A metadata document for AWS in place of the one that is built. Default: built.");

const testUser = z
  .strictObject({
    userPrincipalName: text("The user principal name, of a domain of the tenant."),
    displayName: text("The name that people see. Default: the user's key.").optional(),
    forcePasswordChange: z
      .boolean()
      .describe("Whether the first sign-in asks for a new password. Default: false.")
      .optional(),
    existingObjectId: text(
      "Object id of a user who is there already, taken as they are, without a password here. Default: a new user.",
    ).optional(),
  })
  .describe("A user of the tenant to try a role with; the initial password stands in entra-aws:testUserPasswords.");

/** The one object that the account stack reads: `entra-aws:account`. */
export const accountSchema = z
  .strictObject({
    tenantId: text("The Entra tenant's id. Default: azuread:tenantId.").optional(),
    entraCloud: z.enum(EntraCloud).describe('The cloud that the tenant is in. Default: "public".').optional(),
    company: text("The company, as it stands in the application's name."),
    account,
    roles: z.record(z.string(), role).describe("The roles, by their name; at least one."),
    roleMode: z
      .enum(RoleMode)
      .describe(
        'Who writes the app roles: this program ("declared"), or Entra\'s provisioning service ("imported"), in two deployments. Default: "declared".',
      )
      .optional(),
    sessionDuration: seconds("Length of a console session, 900 to 43,200. Default: the shortest maximum.").optional(),
    sessionNameSource: z
      .enum(SessionNameSource)
      .describe('The user\'s property that names the session in AWS. Default: "userprincipalname".')
      .optional(),
    conditionalAccess: conditionalAccess.optional(),
    protectFederation: z
      .boolean()
      .describe("Gives each role without a boundary one that keeps it from changing the federation. Default: false.")
      .optional(),
    protectedRoles: z
      .array(protectedRole)
      .describe("More roles that nobody under that boundary may change or take, such as the deployer's. Default: none.")
      .optional(),
    naming: naming.optional(),
    notificationEmailAddresses: z
      .array(z.string())
      .describe("Who is told before the signing certificate expires.")
      .optional(),
    metadata: metadata.optional(),
    additionalCertificates: z
      .array(z.string())
      .describe("More certificates that the metadata lists, as PEM or base64 of DER.")
      .optional(),
    signingCertificates: z
      .array(z.string())
      .describe("The application's own certificates, where Graph does not make one, as PEM or base64 of DER.")
      .optional(),
    existingApplicationObjectId: text(
      "Object id of an application that is there already, taken as it is. Default: a new application.",
    ).optional(),
    existingSamlProviderArn: text(
      "ARN of a SAML provider that is there already, taken as it is. Default: a new provider.",
    ).optional(),
    existingProvisioningUserArn: text(
      "ARN of an IAM user who is there already, with a key of whom Entra imports the roles. Default: a new user.",
    ).optional(),
    testUsers: z
      .record(z.string(), testUser)
      .describe("Users to try the roles, made by this stack unless they are there already. Default: none.")
      .optional(),
    tags: tags("everything in AWS that takes them"),
  })
  .describe("The federation of one AWS account with Microsoft Entra ID.");

/** Initial passwords of the test users, by their key in `testUsers`: the secret `entra-aws:testUserPasswords`. */
export const passwordsSchema = z.record(z.string(), z.string());

export type AccountConfig = z.infer<typeof accountSchema>;
