import type { Device, Platform, RiskLevel, SignIn } from "#core/entra/conditional-access";

/** What is told of the client that signs in. What is left out is unknown to Conditional Access. */
export interface SignInClient {
  /** Whether multi-factor authentication was done. @default false */
  mfa?: boolean;
  ipAddress?: string;
  /** Two-letter country code of the address. */
  country?: string;
  platform?: Platform;
  /** @default "browser" */
  clientAppType?: Exclude<SignIn["clientAppType"], "unknown">;
  /** @default neither compliant nor joined */
  device?: Device;
  /** @default "none" */
  signInRisk?: RiskLevel;
  /** @default "none" */
  userRisk?: RiskLevel;
}
