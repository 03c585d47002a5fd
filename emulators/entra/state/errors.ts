import { CloudError } from "#emulators/wire/errors";

/**
 * What Graph answers when it refuses: status, code, message, and who says so.
 * `{name}` stands for a value. "recorded" is the traffic of azuread 6.9.1 of 2026-11-24, answered by a stand-in that
 * repeats documented refusals; "wording ours" marks a refusal whose exact text no source gives.
 */
const graphErrors = {
  insufficientPrivileges: {
    status: 403,
    code: "Authorization_RequestDenied",
    message: "Insufficient privileges to complete the operation.",
    source: "https://learn.microsoft.com/graph/resolve-auth-errors",
  },
  tokenMissing: {
    status: 401,
    code: "InvalidAuthenticationToken",
    message: "Access token is empty.",
    source: "https://learn.microsoft.com/graph/resolve-auth-errors",
  },
  tokenMalformed: {
    status: 401,
    code: "InvalidAuthenticationToken",
    message: "CompactToken parsing failed with error code: 80049217",
    source: "https://learn.microsoft.com/answers/questions/60120",
  },
  tokenInvalid: {
    status: 401,
    code: "InvalidAuthenticationToken",
    message: "Access token validation failure. {reason}.",
    source: "https://learn.microsoft.com/graph/resolve-auth-errors; the reasons other than Invalid audience are ours",
  },
  tokenExpired: {
    status: 401,
    code: "InvalidAuthenticationToken",
    message: "Lifetime validation failed, the token is expired.",
    source: "https://learn.microsoft.com/graph/resolve-auth-errors",
  },
  segmentNotFound: {
    status: 400,
    code: "BadRequest",
    message: "Resource not found for the segment '{segment}'.",
    source: "https://learn.microsoft.com/graph/errors; also what this tenant does not model",
  },
  queryNotSupported: {
    status: 400,
    code: "Request_UnsupportedQuery",
    message: "{reason}",
    source: "https://learn.microsoft.com/graph/aad-advanced-queries; wording ours",
  },
  filterPropertyUnknown: {
    status: 400,
    code: "BadRequest",
    message: "Invalid filter clause: Could not find a property named '{property}'.",
    source:
      "https://learn.microsoft.com/graph/filter-query-parameter; also what this tenant does not model; wording ours",
  },
  bodyTooLarge: {
    status: 413,
    code: "RequestEntityTooLarge",
    message: "The request body is larger than Graph takes.",
    source: "https://learn.microsoft.com/graph/errors, HTTP status codes; code and wording ours",
  },
  bodyInvalid: {
    status: 400,
    code: "BadRequest",
    message:
      "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
    source: "https://learn.microsoft.com/graph/errors",
  },
  notFound: {
    status: 404,
    code: "Request_ResourceNotFound",
    message: "Resource '{id}' does not exist or one of its queried reference-property objects are not present.",
    source: "recorded",
  },
  hostNameNotOnVerifiedDomain: {
    status: 400,
    code: "HostNameNotOnVerifiedDomain",
    message:
      "Values of identifierUris property must use a verified domain of the organization or its subdomain: '{uri}'",
    source: "recorded; https://github.com/hashicorp/terraform-provider-azuread/issues/797",
  },
  identifierUriTaken: {
    status: 400,
    code: "ObjectConflict",
    message: "Another object with the same value for property identifierUris already exists.",
    source: "recorded",
  },
  templateNotFound: {
    status: 404,
    code: "Request_ResourceNotFound",
    message: "Application template '{id}' was not found.",
    source: "https://learn.microsoft.com/graph/api/applicationtemplate-instantiate; wording ours",
  },
  actionMissingInCloud: {
    status: 400,
    code: "BadRequest",
    message: "Resource not found for the segment '{action}'.",
    source:
      "https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate, national cloud deployments; Graph's answer to an action that it does not have",
  },
  noBackingApplication: {
    status: 400,
    code: "NoBackingApplicationObject",
    message: "The appId '{appId}' of the service principal does not reference a valid application object.",
    source: "https://learn.microsoft.com/graph/api/serviceprincipal-post-serviceprincipals",
  },
  invalidValue: {
    status: 400,
    code: "Request_BadRequest",
    message: "Invalid value specified for property '{property}' of resource '{resource}'.",
    source: "https://learn.microsoft.com/graph/errors",
  },
  roleEnabled: {
    status: 400,
    code: "CannotDeleteOrUpdateEnabledEntitlement",
    message: "Permission (scope or role) cannot be deleted or updated unless disabled first.",
    source: "https://learn.microsoft.com/graph/api/resources/approle",
  },
  roleInUse: {
    status: 400,
    code: "Request_BadRequest",
    message: "App role '{id}' is assigned to {count} principals: remove the assignments first.",
    source: "https://learn.microsoft.com/entra/identity-platform/howto-add-app-roles-in-apps; wording ours",
  },
  duplicateRole: {
    status: 400,
    code: "DuplicateValue",
    message: "Property appRoles contains a duplicate id or value.",
    source: "recorded",
  },
  tooManyRoles: {
    status: 400,
    code: "Directory_QuotaExceeded",
    message: "The application has {count} app roles and scopes; at most {limit} are allowed.",
    source: "https://learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions; wording ours",
  },
  tooManyAssignments: {
    status: 400,
    code: "Directory_QuotaExceeded",
    message: "The principal has {count} app role assignments; at most {limit} are allowed.",
    source: "https://learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions; wording ours",
  },
  principalNotFound: {
    status: 400,
    code: "Request_BadRequest",
    message: "Not a valid reference update.",
    source: "https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignedto",
  },
  roleNotFound: {
    status: 400,
    code: "Request_BadRequest",
    message: "Permission being assigned was not found on application '{appId}'.",
    source: "recorded",
  },
  assignmentExists: {
    status: 400,
    code: "Request_BadRequest",
    message: "Permission being assigned already exists on the object",
    source: "recorded",
  },
  memberExists: {
    status: 400,
    code: "Request_BadRequest",
    message: "One or more added object references already exist for the following modified properties: 'members'.",
    source: "https://learn.microsoft.com/graph/api/group-post-members",
  },
  claimsDefinitionInvalid: {
    status: 400,
    code: "Request_BadRequest",
    message: "Property definition has an invalid value.",
    source: "recorded",
  },
  claimsPolicyAssigned: {
    status: 400,
    code: "Request_BadRequest",
    message: "A conflicting object with one or more of the specified property values is present in the directory.",
    source: "recorded",
  },
  domainNotVerified: {
    status: 400,
    code: "Request_BadRequest",
    message:
      "The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.",
    source: "recorded",
  },
  userPrincipalNameTaken: {
    status: 400,
    code: "Request_BadRequest",
    message: "Another object with the same value for property userPrincipalName already exists.",
    source: "https://learn.microsoft.com/graph/api/user-post-users",
  },
  passwordRefused: {
    status: 400,
    code: "Request_BadRequest",
    message:
      "The specified password does not comply with password complexity requirements. Please provide a different password.",
    source: "https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy",
  },
  licenceRequired: {
    status: 403,
    code: "AccessDenied",
    message: "Your tenant is not licensed for this feature: Conditional Access needs Microsoft Entra ID {licence}.",
    source: "https://learn.microsoft.com/entra/identity/conditional-access/overview; wording ours",
  },
  policyNothingToDo: {
    status: 400,
    code: "BadRequest",
    message: "1080: Policy has no grant controls and no session controls: at least one must be set.",
    source: "https://learn.microsoft.com/graph/api/conditionalaccessroot-post-policies; number and wording ours",
  },
  policyInvalidApplications: {
    status: 400,
    code: "BadRequest",
    message: "Policy contains invalid applications: {values}.",
    source:
      "https://learn.microsoft.com/graph/api/conditionalaccessroot-post-policies; wording after the recorded 1048",
  },
  policyInvalidGroups: {
    status: 400,
    code: "BadRequest",
    message: "Policy contains invalid groups: {values}.",
    source:
      "https://learn.microsoft.com/graph/api/conditionalaccessroot-post-policies; wording after the recorded 1048",
  },
  policyInvalidUsers: {
    status: 400,
    code: "BadRequest",
    message: "Policy contains invalid users: {values}.",
    source:
      "https://learn.microsoft.com/graph/api/conditionalaccessroot-post-policies; wording after the recorded 1048",
  },
  policyInvalidLocations: {
    status: 400,
    code: "BadRequest",
    message: "1048: Policy contains invalid locations: {values}.",
    source: "recorded",
  },
  policyInvalidFrequency: {
    status: 400,
    code: "BadRequest",
    message: "Policy contains an invalid sign-in frequency: an enabled timeBased frequency needs a value and a type.",
    source: "https://learn.microsoft.com/graph/api/resources/signinfrequencysessioncontrol; wording ours",
  },
  tooManyPolicies: {
    status: 400,
    code: "BadRequest",
    message: "The tenant has {count} Conditional Access policies; at most {limit} are allowed.",
    source: "https://learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions; wording ours",
  },
  trustedLocation: {
    status: 400,
    code: "BadRequest",
    message: "Trusted named location cannot be deleted: set isTrusted to false first.",
    source: "recorded as the order PATCH isTrusted:false, DELETE; wording ours",
  },
  locationInUse: {
    status: 400,
    code: "BadRequest",
    message: "Named location '{id}' is used by Conditional Access policy '{policy}'.",
    source: "https://learn.microsoft.com/graph/api/namedlocation-delete; wording ours",
  },
  credentialsMissing: {
    status: 400,
    code: "CredentialsMissing",
    message: "Credentials are missing.",
    source: "recorded, run job-before-secret",
  },
  synchronizationTemplateNotFound: {
    status: 400,
    code: "InvalidTemplate",
    message: "The synchronization template '{id}' was not found.",
    source: "recorded, run job-unknown-template",
  },
  secretKeyUnknown: {
    status: 400,
    code: "BadRequest",
    message: "A key of the given synchronization secrets is not one that Graph knows.",
    source:
      "https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationsecretkeystringvaluepair; wording ours",
  },
  credentialsRefused: {
    status: 400,
    code: "InvalidCredentials",
    message: "The application could not be reached with the given credentials: {reason}",
    source:
      "https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-validatecredentials; wording ours",
  },
  deletingSamlNotAllowed: {
    status: 400,
    code: "DeletingSamlSpNotAllowed",
    message: "Deleting SAML service principal is not allowed.",
    source: "recorded; https://github.com/hashicorp/terraform-provider-azuread/issues/1388",
  },
} as const satisfies Record<string, { status: number; code: string; message: string; source: string }>;

export type GraphErrorName = keyof typeof graphErrors;

/** The refusal of that name, its placeholders filled in. */
export function refusal(name: GraphErrorName, values: Readonly<Record<string, string | number>> = {}): CloudError {
  const { status, code, message } = graphErrors[name];
  const filled = message.replace(/\{(\w+)\}/g, (placeholder, key: string) => String(values[key] ?? placeholder));
  return new CloudError({ cloud: "graph", status, code, message: filled });
}
