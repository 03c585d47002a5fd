import type { AccountArgs } from "../account";
import type { SessionNameSource } from "./session-name-source";

/** What the enterprise application of one AWS account is made from. */
export interface EnterpriseApplicationArgs {
  /** The Entra tenant's id, a UUID; part of the metadata's issuer and endpoints. */
  tenantId: string;
  /** The company, as it stands in the application's name. */
  company: string;
  /** The AWS account that the application signs people in to. */
  account: AccountArgs;
  /**
   * The application's name; unique per company and account.
   * @default "<company> AWS <account name> (<account id>)"
   */
  displayName?: string;
  /**
   * Name of the claims mapping policy.
   * @default "AWS <account name> claims"
   */
  claimsPolicyName?: string;
  /**
   * The one SessionDuration claim: how long a console session lasts, in seconds, 900…43,200. A sign-in to a role whose
   * maximum is shorter fails.
   * @default 3600
   */
  sessionDuration?: number;
  /**
   * The user's property that names the session in AWS.
   * @default SessionNameSource.UserPrincipalName
   */
  sessionNameSource?: SessionNameSource;
  /**
   * Who is told before a signing certificate expires. Addresses set by API may stay silent until somebody has opened the
   * application's single sign-on page once.
   * @default none
   */
  notificationEmailAddresses?: string[];
  /**
   * More certificates (base64 of DER, or PEM) that the metadata lists beside the application's own: the next one before
   * it becomes active, the last one while it is still in use.
   * @default none
   */
  additionalCertificates?: string[];
}
