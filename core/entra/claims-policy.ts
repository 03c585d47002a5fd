import { didYouMean, error, type Problem, shown } from "#core/problems";

const attributes = "https://aws.amazon.com/SAML/Attributes";

/**
 * Names of the SAML attributes that AWS reads, the same in every partition.
 *
 * Source: AWS IAM user guide, Microsoft's tutorial; of China:
 * https://old-docs.authing.cn/en/authentication/use-saml/use-saml-identity-provider/use-in-aws-cloud.html.
 */
export const awsClaims = {
  role: `${attributes}/Role`,
  roleSessionName: `${attributes}/RoleSessionName`,
  sessionDuration: `${attributes}/SessionDuration`,
  sourceIdentity: `${attributes}/SourceIdentity`,
  transitiveTagKeys: `${attributes}/TransitiveTagKeys`,
  /** Followed by the tag's key. */
  principalTag: `${attributes}/PrincipalTag:`,
} as const;

/**
 * User properties that are one value for each person and so can name the session.
 *
 * Source: https://learn.microsoft.com/entra/identity-platform/reference-claims-customization, “Table 3”.
 */
export const sessionNameSources = [
  "userprincipalname",
  "mail",
  "objectid",
  "employeeid",
  "onpremisessamaccountname",
] as const;

export type SessionNameSource = (typeof sessionNameSources)[number];

/** A source that Entra does not know: it emits no RoleSessionName, without an error, and nobody can sign in. */
export function sessionNameSourceProblems(source: string, property: string): Problem[] {
  if ((sessionNameSources as readonly string[]).includes(source)) return [];
  const expected = `one of ${sessionNameSources.join(", ")}`;
  const remedy = didYouMean(source, sessionNameSources);
  return [error({ code: "session-name-source-unknown", property, given: shown(source), expected, remedy })];
}

/**
 * The definition of the claims-mapping policy, as JSON.
 *
 * @param claims.sessionDuration Seconds.
 * @param claims.sessionNameSource The user property that names the session at AWS. @default "userprincipalname"
 */
export function claimsPolicyDefinition(claims: { sessionDuration: number; sessionNameSource?: string }): string {
  const { sessionDuration, sessionNameSource = "userprincipalname" } = claims;
  return JSON.stringify({
    ClaimsMappingPolicy: {
      Version: 1,
      IncludeBasicClaimSet: "true",
      ClaimsSchema: [
        { Source: "user", ID: "assignedroles", SamlClaimType: awsClaims.role },
        { Source: "user", ID: sessionNameSource, SamlClaimType: awsClaims.roleSessionName },
        // A constant is a Value: with Source and ID, Entra silently emits nothing (microsoft-graph-docs#10170, #16304).
        { Value: String(sessionDuration), SamlClaimType: awsClaims.sessionDuration },
      ],
    },
  });
}
