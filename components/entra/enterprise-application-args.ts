import type * as pulumi from "@pulumi/pulumi";
import type { AccountArgs } from "../account";
import type { EntraCloud } from "./entra-cloud";
import type { SessionNameSource } from "./session-name-source";

/** What the enterprise application of one AWS account is made from. */
export interface EnterpriseApplicationArgs {
  /** The Entra tenant's id, a UUID; part of the metadata's issuer and endpoints. */
  tenantId: string;
  /**
   * The cloud that the tenant is in; `azuread:environment` has to say the same.
   * @default EntraCloud.Public
   */
  entraCloud?: EntraCloud;
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
  /**
   * The application's own signing certificates (base64 of DER, or PEM), where they are made elsewhere: by hand in clouds
   * whose Graph cannot, or by whoever made an existing application. None is made then.
   * @default one that Graph makes; in clouds that cannot, the metadata stays empty until one is given
   */
  signingCertificates?: string[];
  /**
   * Object id of an enterprise application's application object that is there already, taken instead of making one. It
   * has to be in SAML mode, with an identifier and a reply URL of AWS, and a claims policy of its own. Nothing of it is
   * changed, and it is never deleted; `displayName`, `claimsPolicyName`, `sessionDuration`, `sessionNameSource` and
   * `notificationEmailAddresses` are refused beside it.
   * @default a new application
   */
  existingApplicationObjectId?: pulumi.Input<string>;
}
