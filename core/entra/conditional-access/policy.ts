/** A value that Graph may leave out or send as null. */
type Optional<Value> = Value | null | undefined;

/** What Conditional Access knows of a client; `all` stands for every one, legacy clients included. */
export type PolicyClientAppType =
  "all" | "browser" | "mobileAppsAndDesktopClients" | "exchangeActiveSync" | "easSupported" | "other";

export type RiskLevel = "none" | "low" | "medium" | "high" | "hidden";

export type GuestOrExternalUserType =
  | "internalGuest"
  | "b2bCollaborationGuest"
  | "b2bCollaborationMember"
  | "b2bDirectConnectUser"
  | "otherExternalUser"
  | "serviceProvider";

export interface GuestsOrExternalUsers {
  /** Types, joined by commas. */
  readonly guestOrExternalUserTypes?: Optional<string>;
  readonly externalTenants?: Optional<{
    readonly membershipKind?: Optional<"all" | "enumerated" | "unknownFutureValue">;
    readonly members?: Optional<readonly string[]>;
  }>;
}

export interface UsersCondition {
  readonly includeUsers?: Optional<readonly string[]>;
  readonly excludeUsers?: Optional<readonly string[]>;
  readonly includeGroups?: Optional<readonly string[]>;
  readonly excludeGroups?: Optional<readonly string[]>;
  readonly includeRoles?: Optional<readonly string[]>;
  readonly excludeRoles?: Optional<readonly string[]>;
  readonly includeGuestsOrExternalUsers?: Optional<GuestsOrExternalUsers>;
  readonly excludeGuestsOrExternalUsers?: Optional<GuestsOrExternalUsers>;
}

export interface FilterRule {
  readonly mode: "include" | "exclude";
  readonly rule: string;
}

export interface ApplicationsCondition {
  /** Client ids, or `All`, `None`, `Office365`, `MicrosoftAdminPortals`. */
  readonly includeApplications?: Optional<readonly string[]>;
  readonly excludeApplications?: Optional<readonly string[]>;
  readonly includeUserActions?: Optional<readonly string[]>;
  readonly includeAuthenticationContextClassReferences?: Optional<readonly string[]>;
  readonly applicationFilter?: Optional<FilterRule>;
}

export interface DevicesCondition {
  /** `All`, `Compliant`, `DomainJoined`. */
  readonly includeDevices?: Optional<readonly string[]>;
  readonly excludeDevices?: Optional<readonly string[]>;
  readonly deviceFilter?: Optional<FilterRule>;
}

export interface ConditionSet {
  readonly users?: Optional<UsersCondition>;
  readonly applications?: Optional<ApplicationsCondition>;
  readonly clientAppTypes?: Optional<readonly PolicyClientAppType[]>;
  readonly platforms?: Optional<{
    readonly includePlatforms?: Optional<readonly string[]>;
    readonly excludePlatforms?: Optional<readonly string[]>;
  }>;
  readonly locations?: Optional<{
    /** Ids of named locations, or `All`, `AllTrusted`. */
    readonly includeLocations?: Optional<readonly string[]>;
    readonly excludeLocations?: Optional<readonly string[]>;
  }>;
  readonly signInRiskLevels?: Optional<readonly RiskLevel[]>;
  readonly userRiskLevels?: Optional<readonly RiskLevel[]>;
  readonly servicePrincipalRiskLevels?: Optional<readonly RiskLevel[]>;
  /** Levels, joined by commas. */
  readonly insiderRiskLevels?: Optional<string>;
  readonly devices?: Optional<DevicesCondition>;
  /** `deviceCodeFlow`, `authenticationTransfer`, joined by commas. */
  readonly authenticationFlows?: Optional<{ readonly transferMethods?: Optional<string> }>;
  readonly clientApplications?: Optional<{
    readonly includeServicePrincipals?: Optional<readonly string[]>;
    readonly excludeServicePrincipals?: Optional<readonly string[]>;
  }>;
}

export type BuiltInControl =
  | "block"
  | "mfa"
  | "compliantDevice"
  | "domainJoinedDevice"
  | "approvedApplication"
  | "compliantApplication"
  | "passwordChange";

export interface GrantControls {
  readonly operator: "AND" | "OR";
  readonly builtInControls?: Optional<readonly BuiltInControl[]>;
  readonly customAuthenticationFactors?: Optional<readonly string[]>;
  readonly termsOfUse?: Optional<readonly string[]>;
  readonly authenticationStrength?: Optional<{ readonly id: string }>;
}

/**
 * A Conditional Access policy in Graph's JSON shape.
 * @see https://learn.microsoft.com/en-us/graph/api/resources/conditionalaccesspolicy
 */
export interface ConditionalAccessPolicy {
  readonly id: string;
  readonly displayName: string;
  readonly state: "enabled" | "disabled" | "enabledForReportingButNotEnforced";
  readonly conditions: ConditionSet;
  readonly grantControls?: Optional<GrantControls>;
  readonly sessionControls?: Optional<Readonly<Record<string, unknown>>>;
}

/**
 * An IP range or a list of countries with a name, in Graph's JSON shape.
 * @see https://learn.microsoft.com/en-us/graph/api/resources/namedlocation
 */
export interface NamedLocation {
  readonly id: string;
  readonly displayName?: string;
  readonly isTrusted?: Optional<boolean>;
  readonly ipRanges?: Optional<readonly { readonly cidrAddress: string }[]>;
  /** Two-letter codes of ISO 3166. */
  readonly countriesAndRegions?: Optional<readonly string[]>;
  readonly includeUnknownCountriesAndRegions?: Optional<boolean>;
}
