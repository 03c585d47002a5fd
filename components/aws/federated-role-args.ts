import type * as pulumi from "@pulumi/pulumi";
import type { AccountArgs } from "../account";

/** What a federated role may do and how it looks; the part that roles of an `AccountFederation` share with `FederatedRole`. */
export interface RoleSettingsArgs {
  /**
   * Managed policies, by name (`AmazonS3FullAccess`: one of AWS's own) or ARN. A name that is not known yields a warning
   * with the nearest names, since AWS adds policies every week.
   * @default none
   */
  managedPolicies?: string[];
  /**
   * Inline policies: name → JSON document; 10,240 characters together.
   * @default none
   */
  inlinePolicies?: Record<string, pulumi.Input<string>>;
  /**
   * ARN of the managed policy that is the role's permissions boundary.
   * @default none
   */
  permissionsBoundary?: pulumi.Input<string>;
  /**
   * The role's path, from slash to slash.
   * @default "/"
   */
  path?: string;
  /**
   * What the role is for, at most 1,000 characters.
   * @default "Federated by Microsoft Entra ID"
   */
  description?: string;
  /**
   * The longest session, in seconds, 3,600…43,200.
   * @default 3600
   */
  maxSessionDuration?: number;
  /** Tags of the role. */
  tags?: Record<string, pulumi.Input<string>>;
}

/** What a federated role is made from. */
export interface FederatedRoleArgs extends RoleSettingsArgs {
  /** The account in which the role is made. */
  account: AccountArgs;
  /** The role's name, 1…64 letters, digits and `+=,.@_-`. */
  roleName: string;
  /** ARN of the one SAML provider that the role trusts; of the same account. */
  samlProviderArn: pulumi.Input<string>;
  /**
   * ARN of a role that is there already, taken instead of making one; its name is `roleName`. Its trust policy has to
   * admit the SAML provider. It is not changed, and never deleted: of the other settings only `maxSessionDuration` may
   * stand beside it, which the role's own must reach.
   * @default a new role
   */
  existingRoleArn?: string;
  /**
   * Managed policies that the same program makes: a stable key of yours → ARN. Attached beside `managedPolicies`.
   * @default none
   */
  customerPolicyArns?: Record<string, pulumi.Input<string>>;
}
