import type * as pulumi from "@pulumi/pulumi";
import type { AccountArgs } from "../account";
import type { RoleSettingsArgs } from "../aws/federated-role-args";
import type { ProtectedRoleArgs } from "../aws/federation-boundary-args";
import type { ConsoleMfaPolicyState } from "../entra/console-mfa-policy";
import type { EntraCloud } from "../entra/entra-cloud";
import type { SessionNameSource } from "../entra/session-name-source";
import type { NamingArgs } from "../naming";
import type { RoleMode } from "./role-mode";

/** One role of a federated account, and who may take it. */
export interface AccountRoleArgs extends RoleSettingsArgs {
  /**
   * ARN of an IAM role that is there already, taken instead of making one. Its trust policy has to admit the SAML
   * provider. It is not changed, and never deleted: of the role's settings only `maxSessionDuration` may stand beside it,
   * which the role's own must reach.
   * @default a new role
   */
  existingRoleArn?: string;
  /**
   * Object id of a security group that is there already, taken instead of making one. `members` are added to those that
   * it has; it is not changed otherwise, and never deleted. `groupName` and `owners` are refused beside it.
   * @default a new group
   */
  existingGroupObjectId?: pulumi.Input<string>;
  /**
   * Who may take the role: a stable key of yours, such as the user principal name, → object id of a user. Direct
   * members, since Entra gives app roles to no member of a nested group: an id that is a group's is refused, as soon as it is
   * known. A key that is a user principal name is checked as name of the session, with a warning where AWS will refuse it.
   * @default none
   */
  members?: Record<string, pulumi.Input<string>>;
  /**
   * Object ids of the owners of the role's group, who may change its members.
   * @default whoever deploys
   */
  owners?: pulumi.Input<string>[];
  /**
   * Name of the role's group, in place of the one that the naming convention makes.
   * @default by the convention, "AWS-<account name>-<role>s"
   */
  groupName?: string;
}

/** Under which conditions people may sign in. */
export interface ConditionalAccessArgs {
  /** Whether every sign-in of the role groups to the application needs MFA. */
  requireMfa: boolean;
  /**
   * Whether the policy acts, or only reports.
   * @default ConsoleMfaPolicyState.On
   */
  state?: ConsoleMfaPolicyState;
  /**
   * Object ids of groups that the policy leaves out: the break-glass accounts'.
   * @default none, with a warning
   */
  excludedGroupIds?: pulumi.Input<string>[];
}

/** Metadata of the identity provider, where it is not to be built. */
export interface MetadataArgs {
  /** The document, as downloaded. */
  xml: pulumi.Input<string>;
}

/** What the federation of one AWS account is made from: plain data, so that a preview shows every name, ARN and policy. */
export interface AccountFederationArgs {
  /** The Entra tenant's id, a UUID. */
  tenantId: string;
  /**
   * The cloud that the tenant is in; `azuread:environment` has to say the same.
   * @default EntraCloud.Public
   */
  entraCloud?: EntraCloud;
  /** The company, as it stands in the application's name. */
  company: string;
  /** The AWS account. */
  account: AccountArgs;
  /** The roles, by their name; at least one. Adding or removing one changes no other. */
  roles: Record<string, AccountRoleArgs>;
  /**
   * Who writes the app roles: the program, or Entra's provisioning service. One mode for the life of the application.
   * @default RoleMode.Declared
   */
  roleMode?: RoleMode;
  /**
   * In imported mode, what the provisioning service has written: key in `roles` → id of the app role. Roles that are
   * missing here are waited for, their groups unassigned. `importedAppRoleIds()` looks them up.
   * @default none: the first deployment, before the first cycle
   */
  importedAppRoleIds?: Record<string, string>;
  /**
   * How long a console session lasts, in seconds, 900…43,200: one SAML claim for all roles, at most the shortest of
   * their maxima.
   * @default the shortest maximum of the roles
   */
  sessionDuration?: number;
  /**
   * The user's property that names the session in AWS.
   * @default SessionNameSource.UserPrincipalName
   */
  sessionNameSource?: SessionNameSource;
  /**
   * The conditions of a sign-in.
   * @default none: whatever else the tenant demands
   */
  conditionalAccess?: ConditionalAccessArgs;
  /**
   * Gives each role that has no permissions boundary of its own one that keeps it from changing the federation itself,
   * or leaving the boundary.
   * @default false
   */
  protectFederation?: boolean;
  /**
   * More roles of the account that nobody under that boundary may change, take or hand on: the one that deploys the
   * federation above all. Only with `protectFederation`.
   * @default none: who may edit the trust policy of the deployer's role can leave the boundary by it
   */
  protectedRoles?: ProtectedRoleArgs[];
  /**
   * Patterns that replace those of the naming convention.
   * @default the convention
   */
  naming?: NamingArgs;
  /**
   * Who is told before the signing certificate expires.
   * @default none
   */
  notificationEmailAddresses?: string[];
  /**
   * A metadata document for AWS in place of the one that is built from tenant and certificates.
   * @default built
   */
  metadata?: MetadataArgs;
  /**
   * More certificates (base64 of DER, or PEM) that the built metadata lists beside the application's own.
   * @default none
   */
  additionalCertificates?: string[];
  /**
   * The application's own signing certificates (base64 of DER, or PEM), where they are made elsewhere: by hand in clouds
   * whose Graph cannot, or by whoever made an existing application. None is made then.
   * @default one that Graph makes; in clouds that cannot, only the application is made until one is given
   */
  signingCertificates?: string[];
  /**
   * Object id of an application that is there already, taken instead of making one. It has to be in SAML mode, with an
   * identifier and a reply URL of AWS, and a claims policy of its own. App roles and their assignments are added, and
   * removed with the stack; nothing else of it is changed, and it is never deleted. What would change it is refused beside
   * it: `sessionDuration`, `sessionNameSource`, `notificationEmailAddresses`, `naming.application`, `naming.claimsPolicy`.
   * @default a new application
   */
  existingApplicationObjectId?: pulumi.Input<string>;
  /**
   * ARN of a SAML provider that is there already, taken instead of making one. It has to trust the tenant and to know the
   * application's certificates, so both have to be there before it: the certificates are given. It is not changed, and
   * never deleted.
   * @default a new provider
   */
  existingSamlProviderArn?: string;
  /**
   * In imported mode, the ARN of an IAM user who is there already, taken instead of making one. An inline policy and an
   * access key are added, and removed with the stack; the user is not changed otherwise, and never deleted.
   * `naming.provisioningUser` is refused beside it.
   * @default a new user
   */
  existingProvisioningUserArn?: string;
  /** Tags of everything in AWS that takes them; a role's own come first. */
  tags?: Record<string, pulumi.Input<string>>;
}
