import type * as pulumi from "@pulumi/pulumi";
import type { AccountArgs } from "../account";

/** A role that the boundary protects, by what its ARN is computed from. */
export interface ProtectedRoleArgs {
  /** The role's name. */
  roleName: string;
  /**
   * The role's path.
   * @default "/"
   */
  path?: string;
}

/** What the permissions boundary of federated administrators is made from. */
export interface FederationBoundaryArgs {
  /** The account whose federation is protected. */
  account: AccountArgs;
  /** The federated roles, and others such as the one that deploys them, that nobody under the boundary may change or take. */
  roles: ProtectedRoleArgs[];
  /**
   * ARNs of the account's own managed policies that the federated roles have, boundaries included: who may version one
   * changes the role.
   * @default none
   */
  rolePolicyArns?: string[];
  /**
   * Name of the managed policy.
   * @default "EntraFederationBoundary"
   */
  policyName?: string;
  /**
   * Name of the SAML provider that nobody under the boundary may change.
   * @default "EntraID"
   */
  samlProviderName?: string;
  /**
   * Name of the IAM user of the provisioning agent, for whom nobody under the boundary may make keys.
   * @default "Svc-EntraProvisioning-<account name>"
   */
  provisioningUserName?: string;
  /**
   * The path of that user.
   * @default "/"
   */
  provisioningUserPath?: string;
  /** Tags of the policy. */
  tags?: Record<string, pulumi.Input<string>>;
}
