/** How everything that is created gets its name: one pattern a kind, with placeholders in braces. */
export interface NamingConvention {
  /** Enterprise application; unique per company and account, so that one tenant can hold many accounts. */
  application: string;
  /** Security group whose members take a role. */
  group: string;
  /** IAM role. */
  role: string;
  /** IAM SAML provider. */
  samlProvider: string;
  /** IAM user that the role import signs in with. */
  provisioningUser: string;
  /** Claims-mapping policy. */
  claimsPolicy: string;
  /** IAM policy that keeps federated administrators from changing the federation. */
  boundary: string;
  /** Conditional Access policy. */
  conditionalAccessPolicy: string;
  /** Display name of an app role. */
  appRole: string;
}

/** A kind of thing that has a name. */
export type NameKind = keyof NamingConvention;

const ofAccount = ["company", "account", "accountId"] as const;

/** What can stand in braces. */
export const placeholders = [...ofAccount, "role", "samlProvider"] as const;

export type Placeholder = (typeof placeholders)[number];

/** What a pattern's placeholders stand for; a pattern needs only those that it has. */
export type NameValues = Partial<Readonly<Record<Placeholder, string>>>;

/** The convention unless it is overridden, as a whole or per name. Source: the article, “Deploy this scenario”. */
export const defaultNaming: Readonly<NamingConvention> = {
  application: "{company} AWS {account} ({accountId})",
  group: "AWS-{account}-{role}s",
  role: "{role}",
  samlProvider: "EntraID",
  provisioningUser: "Svc-EntraProvisioning-{account}",
  claimsPolicy: "AWS {account} claims",
  boundary: "EntraFederationBoundary",
  conditionalAccessPolicy: "AWS Console – MFA – {account}",
  appRole: "{role},{samlProvider}",
};

export const nameKinds = Object.keys(defaultNaming) as NameKind[];

/** What can stand in braces in the name of a kind: what is one for an account has no role to be named by. */
export const placeholdersOf: Readonly<Record<NameKind, readonly Placeholder[]>> = {
  application: ofAccount,
  group: placeholders,
  role: placeholders,
  samlProvider: ofAccount,
  provisioningUser: ofAccount,
  claimsPolicy: ofAccount,
  boundary: ofAccount,
  conditionalAccessPolicy: ofAccount,
  appRole: placeholders,
};

/** The pattern in force for a kind. */
export function patternOf(kind: NameKind, overrides: Partial<NamingConvention> = {}): string {
  return overrides[kind] ?? defaultNaming[kind];
}
