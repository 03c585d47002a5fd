const limits = "https://learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions";
const passwords = "https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy";

/** Numbers that Entra and its azuread provider hold to. Lengths are in characters. */
export const entraLimits = {
  displayName: 256,
  /** What the azuread provider accepts as value of an app role. */
  appRoleValue: 249,
  /** Role and provider ARN together, without the comma: the role import takes fewer than 240. */
  importedRoleArns: 239,
  /** App roles and scopes of one application, disabled ones counted. */
  appRolesAndScopes: 700,
  manifestEntries: 1200,
  appRoleAssignmentsPerPrincipal: 1500,
  conditionalAccessPolicies: 240,
  password: { min: 8, max: 256 },
  /** How many of lower case, upper case, digits and symbols a password needs. */
  passwordClasses: 3,
  userPrincipalName: 113,
  userPrincipalNamePrefix: 64,
  userPrincipalNameDomain: 48,
} as const;

/** Where each limit is written. */
export const entraLimitSources: Readonly<Record<keyof typeof entraLimits, string>> = {
  displayName: limits,
  appRoleValue: "azuread provider, validation of ApplicationAppRole.value",
  importedRoleArns: "Microsoft's tutorial for AWS Single-Account Access, known limitations",
  appRolesAndScopes: limits,
  manifestEntries: limits,
  appRoleAssignmentsPerPrincipal: limits,
  conditionalAccessPolicies: limits,
  password: passwords,
  passwordClasses: passwords,
  userPrincipalName: passwords,
  userPrincipalNamePrefix: passwords,
  userPrincipalNameDomain: passwords,
};
