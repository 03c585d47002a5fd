import { entraClouds, issuer } from "#core/entra";

import { findClaimsMappingPolicy, parseClaimsDefinition, type ClaimRule } from "../state/claims-policies";
import type { AppRole, ServicePrincipal, Tenant, User } from "../state/model";

export interface Claim {
  name: string;
  values: string[];
}

/** Whom the claims are about, and how they signed in. */
export interface ClaimSubject {
  user: User;
  roles: readonly AppRole[];
  mfa: boolean;
}

/** Claims of the application's policy, after the basic set, in the order in which Entra was seen to write them. */
export function claimsFor(
  tenant: Readonly<Tenant>,
  servicePrincipal: ServicePrincipal,
  subject: ClaimSubject,
): Claim[] {
  const policy = findClaimsMappingPolicy(tenant, servicePrincipal.claimsMappingPolicyId ?? "");
  const mapping = parseClaimsDefinition(policy?.definition[0] ?? "") ?? { includeBasicClaimSet: true, rules: [] };
  const basic = mapping.includeBasicClaimSet ? basicClaims(tenant, subject) : [];
  const mapped = mapping.rules.map((rule) => ({ name: rule.samlClaimType, values: valuesOf(rule, subject) }));
  const overridden = new Set(mapped.map((claim) => claim.name));
  return [...basic.filter((claim) => !overridden.has(claim.name)), ...mapped].filter(({ values }) => values.length > 0);
}

const identity = "http://schemas.microsoft.com/identity/claims";
const person = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims";
const password = "http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password";
const multipleAuthentication = "http://schemas.microsoft.com/claims/multipleauthn";

/** https://learn.microsoft.com/entra/identity-platform/reference-claims-customization, SAML core and basic claim set. */
function basicClaims(tenant: Readonly<Tenant>, { user, roles, mfa }: ClaimSubject): Claim[] {
  const claim = (name: string, value: string | undefined): Claim => ({ name, values: value ? [value] : [] });
  return [
    claim(`${identity}/tenantid`, tenant.id),
    claim(`${identity}/objectidentifier`, user.id),
    claim(`${identity}/displayname`, user.displayName),
    claim(`${identity}/identityprovider`, issuer(tenant.id, entraClouds[tenant.cloud])),
    {
      name: "http://schemas.microsoft.com/claims/authnmethodsreferences",
      values: mfa ? [password, multipleAuthentication] : [password],
    },
    { name: "http://schemas.microsoft.com/ws/2008/06/identity/claims/role", values: roleValues(roles) },
    claim(`${person}/givenname`, user.profile["givenName"]),
    claim(`${person}/surname`, user.profile["surname"]),
    claim(`${person}/emailaddress`, user.profile["mail"]),
    claim(`${person}/name`, user.userPrincipalName),
  ];
}

/** Sources of kind `user`, by the id a policy gives in lower case; ids that are not here issue nothing. */
const userSources: ReadonlyMap<string, (subject: ClaimSubject) => string | undefined> = new Map([
  ["userprincipalname", ({ user }: ClaimSubject) => user.userPrincipalName],
  ["objectid", ({ user }: ClaimSubject) => user.id],
  ["displayname", ({ user }: ClaimSubject) => user.displayName],
  ["mailnickname", ({ user }: ClaimSubject) => user.mailNickname],
  ["mail", profile("mail")],
  ["givenname", profile("givenName")],
  ["surname", profile("surname")],
  ["employeeid", profile("employeeId")],
  ["department", profile("department")],
  ["companyname", profile("companyName")],
  ["jobtitle", profile("jobTitle")],
  ["country", profile("country")],
  ["city", profile("city")],
  ["state", profile("state")],
  ["streetaddress", profile("streetAddress")],
  ["postalcode", profile("postalCode")],
  ["preferredlanguage", profile("preferredLanguage")],
]);

function profile(property: string): (subject: ClaimSubject) => string | undefined {
  return ({ user }) => user.profile[property];
}

function valuesOf({ source }: ClaimRule, subject: ClaimSubject): string[] {
  if (source.kind === "value") return [source.value];
  if (source.of.toLowerCase() !== "user") return [];
  const id = source.id.toLowerCase();
  if (id === "assignedroles") return roleValues(subject.roles);
  const value = userSources.get(id)?.(subject);
  return value ? [value] : [];
}

function roleValues(roles: readonly AppRole[]): string[] {
  return roles.flatMap((role) => (role.value === null ? [] : [role.value]));
}
