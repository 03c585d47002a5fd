import type { PartitionName } from "#core/aws";
import type { PolicyDocument } from "#core/aws/policy";

/** What is known of a SAML provider; `absent` when the account has none of that name. */
export type KnownProvider = { readonly metadata: string } | "absent";

/** What is known of a role; `absent` when the account has none of that ARN. */
export type KnownRole = { readonly trustPolicy: PolicyDocument; readonly maxSessionDuration: number } | "absent";

/** What a stack wants the federation to be. */
export interface FederationStack {
  readonly name: string;
  readonly accountId: string;
  readonly partition: PartitionName;
  /** Entity id of its tenant. */
  readonly issuer?: string;
  readonly samlProviderArn: string;
  readonly roleArns: readonly string[];
  /** Seconds, where the config says so. */
  readonly sessionDuration?: number;
  readonly sessionNameSource: string;
}

/** What is known beside a response. What is missing from a map is not known; nothing is assumed in its place. */
export interface FederationSettings {
  /** By ARN. */
  readonly providers: ReadonlyMap<string, KnownProvider>;
  /** By ARN. */
  readonly roles: ReadonlyMap<string, KnownRole>;
  /** Metadata for a provider that nobody could look up. */
  readonly metadata?: string;
  readonly stack?: FederationStack;
}

export const nothingKnown: FederationSettings = { providers: new Map(), roles: new Map() };
