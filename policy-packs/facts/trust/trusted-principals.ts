import { parseArn, parseIamResource } from "#core/aws";
import type { Principal } from "#core/aws/policy";

export type TrustedPrincipalKind =
  "anybody" | "account" | "user or role" | "service" | "SAML provider" | "OIDC provider" | "other";

/** One of those whom a trust policy names. */
export interface TrustedPrincipal {
  readonly kind: TrustedPrincipalKind;
  /** As written. */
  readonly text: string;
  /** The account that an ARN or id names, as far as it does. */
  readonly accountId?: string;
}

/** Identity providers that AWS trusts without a resource of the account. Source: IAM user guide, reference_policies_elements_principal. */
const builtInProviders: ReadonlySet<string> = new Set([
  "cognito-identity.amazonaws.com",
  "www.amazon.com",
  "graph.facebook.com",
  "accounts.google.com",
]);

/** Those whom a statement names, each taken apart. */
export function trustedPrincipals(principal: Principal | undefined): readonly TrustedPrincipal[] {
  if (principal === undefined) return [];
  if (principal === "*") return [{ kind: "anybody", text: "*" }];
  return [
    ...(principal.AWS ?? []).map(ofAws),
    ...(principal.Service ?? []).map((text) => ({ kind: text === "*" ? "anybody" : "service", text }) as const),
    ...(principal.Federated ?? []).map(federated),
    ...(principal.CanonicalUser ?? []).map((text) => ({ kind: "other", text }) as const),
  ];
}

/** Account and type of an ARN whose name may hold wildcards, which `parseArn` takes as they are. */
function ofAws(text: string): TrustedPrincipal {
  if (text === "*") return { kind: "anybody", text };
  if (/^\d{12}$/.test(text)) return { kind: "account", text, accountId: text };
  const arn = parseArn(text);
  if (arn === undefined) return { kind: "other", text };
  const { accountId, resource } = arn;
  return { kind: resource === "root" ? "account" : "user or role", text, accountId };
}

function federated(text: string): TrustedPrincipal {
  if (text === "*") return { kind: "anybody", text };
  if (builtInProviders.has(text)) return { kind: "OIDC provider", text };
  const arn = parseArn(text);
  if (arn === undefined) return { kind: "other", text };
  const { accountId } = arn;
  if (/^oidc-provider\/./.test(arn.resource)) return { kind: "OIDC provider", text, accountId };
  return parseIamResource(arn)?.type === "saml-provider"
    ? { kind: "SAML provider", text, accountId }
    : { kind: "other", text };
}

/** The issuer of an OIDC provider, without `https://`, which is what its condition keys begin with. */
export function issuerOf({ text }: TrustedPrincipal): string {
  return text.replace(/^arn:[^:]*:iam::[^:]*:oidc-provider\//, "");
}
