/** Who asks Graph, and what it may do there. */
export interface GraphCaller {
  /** Of the client application; a person has the one of the tool that signed them in. */
  readonly clientId?: string;
  /** Of the service principal or the user. */
  readonly objectId: string;
  readonly kind: "application" | "user";
  readonly displayName?: string;
  /** Application permissions, or the delegated ones of a user; sorted. */
  readonly permissions: readonly string[];
}

/**
 * Reads an access token for Graph. Its shape is Graph's affair and may change, so that only what is there is told.
 * Source: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 *
 * @throws when the token is no readable JWT
 */
export function callerOfToken(token: string): GraphCaller & { readonly tenantId: string } {
  const claims = claimsOf(token);
  const text = (name: string): string | undefined => {
    const value = claims[name];
    return typeof value === "string" ? value : undefined;
  };
  const [objectId, tenantId] = [text("oid"), text("tid")];
  if (objectId === undefined || tenantId === undefined) {
    throw new TypeError("The access token for Microsoft Graph names no object id (oid) and tenant (tid).");
  }
  const { roles } = claims;
  const scopes = text("scp");
  const isUser = scopes !== undefined && text("idtyp") !== "app";
  const granted = isUser ? scopes.split(" ") : Array.isArray(roles) ? roles : [];
  const clientId = text("appid") ?? text("azp");
  const displayName = isUser ? (text("name") ?? text("upn")) : text("app_displayname");
  return {
    tenantId,
    objectId,
    kind: isUser ? "user" : "application",
    permissions: granted.filter((each): each is string => typeof each === "string").sort(),
    ...(clientId !== undefined && { clientId }),
    ...(displayName !== undefined && { displayName }),
  };
}

function claimsOf(token: string): Record<string, unknown> {
  const [, payload = ""] = token.split(".");
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    if (typeof claims === "object" && claims !== null) return claims as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new TypeError("The access token for Microsoft Graph is no JSON Web Token.");
}
