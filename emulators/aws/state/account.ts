import { createHash } from "node:crypto";

import type { PartitionName } from "#core/aws";

/** What a transition may not invent itself. */
export interface Invention {
  readonly now: Date;
  /** A new UUID at each call. */
  readonly newId: () => string;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

export interface InlinePolicy {
  readonly name: string;
  document: string;
}

export interface SamlProvider {
  readonly name: string;
  readonly uuid: string;
  readonly createDate: string;
  metadata: string;
  tags: Tag[];
}

export interface Role {
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly createDate: string;
  description: string;
  trustPolicy: string;
  maxSessionDuration: number;
  permissionsBoundary?: string;
  inlinePolicies: InlinePolicy[];
  attachedPolicies: string[];
  tags: Tag[];
}

export interface PolicyVersion {
  readonly id: string;
  readonly document: string;
  readonly createDate: string;
}

export interface ManagedPolicy {
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly createDate: string;
  readonly description: string;
  defaultVersion: string;
  /** Number of the next version; numbers are never used again. */
  nextVersion: number;
  versions: PolicyVersion[];
  tags: Tag[];
}

export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  readonly createDate: string;
  status: "Active" | "Inactive";
}

export interface User {
  name: string;
  path: string;
  readonly id: string;
  readonly createDate: string;
  permissionsBoundary?: string;
  inlinePolicies: InlinePolicy[];
  accessKeys: AccessKey[];
  tags: Tag[];
}

/** The person behind a session that a SAML response opened. */
export interface SamlSubject {
  readonly providerArn: string;
  readonly nameQualifier: string;
  readonly subject: string;
  readonly subjectType: string;
}

export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly roleName: string;
  readonly roleId: string;
  readonly roleArn: string;
  readonly name: string;
  readonly issuedAt: string;
  readonly expiration: string;
  /** Who vouched for it, where a response opened it and not the keys of an AWS principal. */
  readonly saml?: SamlSubject;
  readonly sourceIdentity?: string;
  readonly tags: readonly Tag[];
  readonly policy?: string;
  readonly policyArns: readonly string[];
}

export interface Bucket {
  readonly name: string;
  readonly region: string;
  readonly createDate: string;
}

/** One emulated AWS account, as it stands in its file. Its secrets are in clear: the file is its owner's alone. */
export interface Account {
  readonly format: 2;
  readonly id: string;
  readonly name: string;
  readonly partition: PartitionName;
  /** Credentials of the account's root user, which exist before anything else does. */
  readonly rootKey: { readonly accessKeyId: string; readonly secretAccessKey: string };
  samlProviders: SamlProvider[];
  roles: Role[];
  policies: ManagedPolicy[];
  users: User[];
  buckets: Bucket[];
  sessions: Session[];
}

/** An account in which nobody has made anything. */
export function newAccount(
  given: { readonly id: string; readonly name: string; readonly partition?: PartitionName },
  newId: () => string,
): Account {
  return {
    format: 2,
    id: given.id,
    name: given.name,
    partition: given.partition ?? "aws",
    rootKey: { accessKeyId: rootAccessKeyId(given.id), secretAccessKey: secretKey(newId) },
    samlProviders: [],
    roles: [],
    policies: [],
    users: [],
    buckets: [],
    sessions: [],
  };
}

/** The access key of an account's root user; the same in every run. */
export function rootAccessKeyId(accountId: string): string {
  return uniqueId("AKIA", () => `root of ${accountId}`);
}

const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** An identifier in the shape of IAM's: a prefix that tells the kind, then sixteen characters. */
export function uniqueId(prefix: "AIDA" | "AKIA" | "ANPA" | "AROA" | "ASIA", newId: () => string): string {
  const bytes = createHash("sha256").update(newId()).digest().subarray(0, 16);
  return prefix + [...bytes].map((byte) => base32[byte % 32]).join("");
}

/** A secret in the shape of a secret access key: forty characters. */
export function secretKey(newId: () => string): string {
  return createHash("sha256").update(`${newId()} ${newId()}`).digest("base64").slice(0, 40);
}

/** Dates as IAM has them: whole seconds. */
export function timestamp(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
