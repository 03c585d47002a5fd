/**
 * Patterns that replace those of the naming convention, each as a whole.
 * Placeholders: `{company}`, `{account}`, `{accountId}`, `{role}`, `{samlProvider}`.
 */
export interface NamingArgs {
  /**
   * The enterprise application; unique per company and account.
   * @default "{company} AWS {account} ({accountId})"
   */
  application?: string;
  /**
   * The security group of a role; has to contain `{role}`.
   * @default "AWS-{account}-{role}s"
   */
  group?: string;
  /**
   * The IAM role; has to contain `{role}`.
   * @default "{role}"
   */
  role?: string;
  /**
   * The SAML provider in the account.
   * @default "EntraID"
   */
  samlProvider?: string;
  /**
   * The IAM user of Entra's provisioning agent.
   * @default "Svc-EntraProvisioning-{account}"
   */
  provisioningUser?: string;
  /**
   * The claims mapping policy.
   * @default "AWS {account} claims"
   */
  claimsPolicy?: string;
  /**
   * The managed policy that is the permissions boundary of federated roles.
   * @default "EntraFederationBoundary"
   */
  boundary?: string;
  /**
   * The Conditional Access policy.
   * @default "AWS Console – MFA – {account}"
   */
  conditionalAccessPolicy?: string;
  /**
   * The app role as administrators of Entra see it; has to contain `{role}`.
   * @default "{role},{samlProvider}"
   */
  appRole?: string;
}
