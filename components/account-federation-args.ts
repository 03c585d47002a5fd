import type * as pulumi from "@pulumi/pulumi";
import type { AccountArgs } from "./account";
import type { RoleSettingsArgs } from "./aws/federated-role-args";
import type { ProtectedRoleArgs } from "./aws/federation-boundary-args";
import type { ConsoleMfaPolicyState } from "./entra/console-mfa-policy";
import type { SessionNameSource } from "./entra/session-name-source";
import type { NamingArgs } from "./naming";

/** One role of a federated account, and who may take it. */
export interface AccountRoleArgs extends RoleSettingsArgs {
  /**
   * Who may take the role: a stable key of yours, such as the user principal name, → object id of a user. Direct
   * members, since Entra gives app roles to no member of a nested group. A key that is a user principal name is checked
   * as name of the session, with a warning where AWS will refuse it.
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
  /** The company, as it stands in the application's name. */
  company: string;
  /** The AWS account. */
  account: AccountArgs;
  /** The roles, by their name; at least one. Adding or removing one changes no other. */
  roles: Record<string, AccountRoleArgs>;
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
  /** Tags of everything in AWS that takes them; a role's own come first. */
  tags?: Record<string, pulumi.Input<string>>;
}
