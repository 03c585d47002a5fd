import type { EntraCloudName } from "#core/entra";
import type { ConditionalAccessPolicy as EvaluatedPolicy } from "#core/entra/conditional-access";

import type { SynchronizationJob, SynchronizationSecrets } from "./synchronization/model";

// The tenant as plain JSON, in Graph's words and shapes. One file, because the nouns refer to each other.

/** Behaviour of the real service that is reported both ways, or that a test wants to provoke. */
export interface TenantSwitches {
  /**
   * Whether who is assigned to an app role that is disabled has it in their claims all the same, as documented
   * (https://learn.microsoft.com/entra/identity-platform/howto-add-app-roles-in-apps); a report shows them with default
   * access instead (MicrosoftDocs/azure-docs#23162).
   * @default true
   */
  disabledRolesAreClaimed: boolean;
  /**
   * Whether the first signing certificate of an application becomes the active one by itself.
   * @default true
   */
  firstCertificateIsActive: boolean;
  /**
   * Whether deleting a SAML application is refused with `DeletingSamlSpNotAllowed`, as it sometimes is
   * (https://github.com/hashicorp/terraform-provider-azuread/issues/1388).
   * @default false
   */
  samlDeletionRefused: boolean;
}

/** What a state file holds, and all that a transition reads or changes. */
export interface Tenant {
  id: string;
  /** Which of Microsoft's clouds the tenant is in. */
  cloud: EntraCloudName;
  displayName: string;
  /** Verified domains, lower case, the initial one first. */
  domains: string[];
  /** Entra ID licence: Conditional Access wants P1, its risk conditions P2. */
  licence: "free" | "P1" | "P2";
  /** Who deploys where a configuration names nobody else. */
  deployer: TenantClient;
  /** Further client applications that sign in with a secret. */
  clients: TenantClient[];
  switches: TenantSwitches;
  applications: Application[];
  servicePrincipals: ServicePrincipal[];
  appRoleAssignments: AppRoleAssignment[];
  claimsMappingPolicies: ClaimsMappingPolicy[];
  conditionalAccessPolicies: ConditionalAccessPolicy[];
  namedLocations: NamedLocation[];
  users: User[];
  groups: Group[];
  deletedItems: DeletedItem[];
  synchronizationSecrets: SynchronizationSecrets[];
  synchronizationJobs: SynchronizationJob[];
}

/** A client application with its service principal, as far as tokens and Graph's authorisation know it. */
export interface TenantClient {
  /** Of the service principal. */
  objectId: string;
  clientId: string;
  displayName: string;
  /** In clear, as the test environment hands it out. */
  clientSecret: string;
  /** Application permissions of Graph that it was granted, such as `Group.ReadWrite.All`. */
  permissions: string[];
}

export interface Application {
  id: string;
  /** The client id. */
  appId: string;
  applicationTemplateId: string | null;
  createdDateTime: string;
  displayName: string;
  description: string | null;
  notes: string | null;
  identifierUris: string[];
  publisherDomain: string;
  signInAudience: "AzureADMyOrg";
  tags: string[];
  appRoles: AppRole[];
  web: { homePageUrl: string | null; logoutUrl: string | null; redirectUris: string[] };
  publicClient: { redirectUris: string[] };
  spa: { redirectUris: string[] };
}

export interface AppRole {
  id: string;
  allowedMemberTypes: string[];
  displayName: string;
  description: string;
  isEnabled: boolean;
  value: string | null;
  origin: "Application";
}

export type SingleSignOnMode = "saml" | "oidc" | "password" | "notSupported";

export interface ServicePrincipal {
  id: string;
  /** The client id of its application. */
  appId: string;
  appOwnerOrganizationId: string;
  createdDateTime: string;
  accountEnabled: boolean;
  alternativeNames: string[];
  appRoleAssignmentRequired: boolean;
  description: string | null;
  loginUrl: string | null;
  notes: string | null;
  notificationEmailAddresses: string[];
  preferredSingleSignOnMode: SingleSignOnMode | null;
  /** SHA-1 of the active signing certificate, upper-case hex. */
  preferredTokenSigningKeyThumbprint: string | null;
  samlSingleSignOnSettings: { relayState: string } | null;
  servicePrincipalType: "Application";
  tags: string[];
  claimsMappingPolicyId: string | null;
  /** Oldest first. */
  keyCredentials: KeyCredential[];
  passwordCredentials: PasswordCredential[];
  /** What Graph never shows: the private keys, by the id of their Sign credential. */
  signingKeys: Record<string, SigningKey>;
  // Mirrored from the application:
  displayName: string;
  homepage: string | null;
  logoutUrl: string | null;
  appRoles: AppRole[];
  replyUrls: string[];
  servicePrincipalNames: string[];
  signInAudience: string;
}

export interface KeyCredential {
  keyId: string;
  /** Base64; shared by the Sign and the Verify credential of one certificate. */
  customKeyIdentifier: string;
  displayName: string;
  startDateTime: string;
  endDateTime: string;
  type: "X509CertAndPassword" | "AsymmetricX509Cert";
  usage: "Sign" | "Verify";
  /** Base64 DER of the certificate, on the Verify credential only. */
  key: string | null;
}

export interface PasswordCredential {
  keyId: string;
  customKeyIdentifier: string;
  displayName: string;
  startDateTime: string;
  endDateTime: string;
}

/** The private half of a signing certificate, which never leaves the tenant. */
export interface SigningKey {
  privateKeyPem: string;
  /** Base64 DER. */
  certificate: string;
  /** SHA-1 of the certificate, upper-case hex. */
  thumbprint: string;
}

export type PrincipalType = "User" | "Group" | "ServicePrincipal";

export interface AppRoleAssignment {
  /** Base64url, not a UUID. */
  id: string;
  appRoleId: string;
  createdDateTime: string;
  principalId: string;
  principalType: PrincipalType;
  resourceId: string;
}

export interface ClaimsMappingPolicy {
  id: string;
  displayName: string;
  /** One JSON text, as Graph has it. */
  definition: string[];
}

/** Graph's own JSON, as the evaluator reads it. */
export type ConditionalAccessPolicy = EvaluatedPolicy & {
  createdDateTime: string;
  modifiedDateTime: string | null;
  sessionControls: SessionControls | null;
};

/** https://learn.microsoft.com/graph/api/resources/conditionalaccesssessioncontrols. A type, so that it stays assignable to a record. */
export type SessionControls = {
  applicationEnforcedRestrictions: { isEnabled: boolean } | null;
  cloudAppSecurity: { isEnabled: boolean; cloudAppSecurityType: string } | null;
  disableResilienceDefaults: boolean;
  persistentBrowser: { isEnabled: boolean; mode: string } | null;
  signInFrequency: {
    isEnabled: boolean;
    authenticationType: string;
    frequencyInterval: string;
    type: string | null;
    value: number | null;
  } | null;
};

export type NamedLocation = { id: string; displayName: string; createdDateTime: string; modifiedDateTime: string } & (
  | { kind: "ip"; ipRanges: string[]; isTrusted: boolean }
  | {
      kind: "country";
      countriesAndRegions: string[];
      includeUnknownCountriesAndRegions: boolean;
      countryLookupMethod: string;
    }
);

export interface User {
  id: string;
  createdDateTime: string;
  userPrincipalName: string;
  displayName: string;
  mailNickname: string;
  accountEnabled: boolean;
  userType: "Member" | "Guest";
  password: PasswordHash;
  forceChangePasswordNextSignIn: boolean;
  passwordPolicies: string | null;
  showInAddressList: boolean;
  businessPhones: string[];
  otherMails: string[];
  /** The remaining text properties by name; unset ones are absent. */
  profile: Record<string, string>;
}

/** scrypt, base64; the clear password is nowhere. */
export interface PasswordHash {
  salt: string;
  hash: string;
}

export interface Group {
  id: string;
  createdDateTime: string;
  displayName: string;
  description: string | null;
  mailNickname: string;
  securityEnabled: boolean;
  isAssignableToRole: boolean;
  /** Object ids of direct members: users, groups, service principals. */
  members: string[];
  owners: string[];
}

/** What `/directory/deletedItems` keeps for 30 days. Security groups are not among it: they are gone at once. */
export type DeletedItem = { deletedDateTime: string } & Deleted;

export type Deleted =
  | { kind: "application"; object: Application }
  | { kind: "servicePrincipal"; object: ServicePrincipal }
  | { kind: "user"; object: User };
