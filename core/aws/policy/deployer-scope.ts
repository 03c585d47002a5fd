import type { PartitionName } from "#core/aws";

/** A role that the deployer makes. */
export interface DeployedRole {
  name: string;
  /** @default "/" */
  path?: string;
  /** ARNs of the managed policies that are attached to it. @default none */
  managedPolicyArns?: readonly string[];
  /** Whether it gets inline policies. @default false */
  inlinePolicies?: boolean;
  /** The only boundary with which it may be made. @default none: with any, or without one */
  permissionsBoundaryArn?: string;
}

/** Something of IAM by name. */
export interface DeployedName {
  name: string;
  /** @default "/" */
  path?: string;
}

/** What a deployer makes in one account, and what it only looks up there. */
export interface DeployerScope {
  /** @default "aws" */
  partition?: PartitionName;
  accountId: string;
  /** @default none */
  roles?: readonly DeployedRole[];
  /** Roles that are there already: they are looked up and left alone. @default none */
  existingRoles?: readonly DeployedName[];
  /** The SAML provider that it makes. @default none */
  samlProvider?: { name: string };
  /** The SAML provider that is there already. @default none */
  existingSamlProvider?: { name: string };
  /** The policy that becomes the roles' permissions boundary. @default none */
  boundary?: DeployedName;
  /** The user with whose key Entra reads the roles. @default none */
  provisioningUser?: DeployedName;
  /** Such a user who is there already, and gets a key and a policy. @default none */
  existingProvisioningUser?: DeployedName;
  /** Whether what it makes bears tags. @default false */
  tagged?: boolean;
}
