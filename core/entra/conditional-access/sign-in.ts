import type { GuestOrExternalUserType, NamedLocation, RiskLevel } from "./policy";

/** Stands for an input that nobody has told; leaving an optional input out says the same. */
export type Unknown = "unknown";

export type Platform =
  | "android"
  | "iOS"
  | "windows"
  | "windowsPhone"
  | "macOS"
  | "linux"
  /** Told, but none that Entra recognises: only a policy for `all` platforms includes it. */
  | "unrecognised";

export interface Device {
  readonly compliant?: boolean | Unknown;
  /** Joined to a domain and registered in Entra (Microsoft Entra hybrid joined). */
  readonly hybridJoined?: boolean | Unknown;
}

/** One sign-in of a person to one application, with what is known of it. */
export interface SignIn {
  readonly userId: string;
  readonly userType: "member" | "guest";
  /** @default for a member none, for a guest not known */
  readonly externalUserType?: GuestOrExternalUserType | "none" | Unknown;
  readonly homeTenantId?: string;
  /** Groups with nesting followed, as Conditional Access does. */
  readonly groupIds: readonly string[] | Unknown;
  /** Template ids of active directory roles. */
  readonly directoryRoleIds: readonly string[] | Unknown;
  /** Client id of the application. */
  readonly applicationId: string;
  /** Microsoft's suites that the application is in (`Office365`, `MicrosoftAdminPortals`). @default none */
  readonly applicationSuites?: readonly string[];
  /** As `urn:user:registersecurityinfo`: the sign-in is to this action, not to an application. @default none */
  readonly userAction?: string;
  /** Authentication context that the application demands (`c1`…`c99`). @default none */
  readonly authenticationContext?: string;
  readonly clientAppType: "browser" | "mobileAppsAndDesktopClients" | "exchangeActiveSync" | "other" | Unknown;
  readonly platform?: Platform | Unknown;
  readonly ipAddress?: string;
  /** Two-letter code of the address's country; `unmapped` where there is none. */
  readonly country?: string;
  readonly device?: Device;
  readonly signInRisk?: RiskLevel | Unknown;
  readonly userRisk?: RiskLevel | Unknown;
  readonly insiderRisk?: "none" | "minor" | "moderate" | "elevated" | Unknown;
  readonly authenticationFlow?: "deviceCodeFlow" | "authenticationTransfer" | "none" | Unknown;
  /**
   * What has been met already: built-in grant controls (`mfa`), ids of authentication strengths, terms of use, custom
   * factors. Device controls are read from `device`.
   */
  readonly satisfied: readonly string[] | Unknown;
}

/** What policies refer to by id. */
export interface TenantLocations {
  readonly namedLocations: readonly NamedLocation[];
}
