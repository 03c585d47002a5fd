import type * as pulumi from "@pulumi/pulumi";
import type { AccountRolePlan } from "./account-federation-sketch";
import type { FederatedRole } from "../aws/federated-role";
import type { FederationBoundary } from "../aws/federation-boundary";
import type { ProvisioningUser } from "../aws/provisioning-user";
import type { SamlIdentityProvider } from "../aws/saml-identity-provider";
import type { ConsoleMfaPolicy } from "../entra/console-mfa-policy";
import type { EnterpriseApplication } from "../entra/enterprise-application";
import type { RoleGroup } from "../entra/role-group";
import type { RoleProvisioning } from "../entra/role-provisioning";

/** One role as the federation has made it. */
export interface RoleParts {
  plan: AccountRolePlan;
  federatedRole: FederatedRole;
  roleGroup: RoleGroup;
  /** Absent while the role waits for its import. */
  assignment?: { appRoleId: pulumi.Output<string>; assignmentId: pulumi.Output<string> };
}

/** What a federation has made. */
export interface FederationParts {
  application: EnterpriseApplication;
  /** Absent while a certificate that is made by hand is awaited. */
  provider?: SamlIdentityProvider;
  boundary?: FederationBoundary;
  roles: readonly RoleParts[];
  conditionalAccessPolicy?: ConsoleMfaPolicy;
  provisioning?: { user: ProvisioningUser; job: RoleProvisioning };
}
