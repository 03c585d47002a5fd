/** A sign-in that was refused, in Entra's words. */
export interface SignInRefusal {
  /** `AADSTS…` where Entra has a code, else a name of ours. */
  code: string;
  message: string;
  /** Of the page that tells it. */
  status: 400 | 401 | 403;
  /** Display names of the Conditional Access policies that decided. */
  policies: string[];
}

/**
 * Source of codes and messages: https://learn.microsoft.com/entra/identity-platform/reference-error-codes.
 * Codes without AADSTS, and their messages, are ours. `{name}` stands for a value.
 */
const refusals = {
  tenantNotFound: { code: "AADSTS90002", status: 400, message: "Tenant '{tenantId}' not found." },
  userNotFound: {
    code: "AADSTS50034",
    status: 401,
    message:
      "The user account {userPrincipalName} does not exist in the {tenant} directory. To sign into this application, the account must be added to the directory.",
  },
  wrongPassword: {
    code: "AADSTS50126",
    status: 401,
    message: "Error validating credentials due to invalid username or password.",
  },
  userDisabled: { code: "AADSTS50057", status: 401, message: "The user account is disabled." },
  passwordChangeDue: {
    code: "AADSTS50055",
    status: 401,
    message: "The password is expired: it was set by an administrator, and the user must change it at first sign-in.",
  },
  applicationNotFound: {
    code: "AADSTS700016",
    status: 400,
    message: "Application with identifier '{appId}' was not found in the directory '{tenant}'.",
  },
  applicationDisabled: {
    code: "AADSTS7000112",
    status: 403,
    message: "Application '{appId}'({application}) is disabled.",
  },
  notAssigned: {
    code: "AADSTS50105",
    status: 403,
    message:
      "Your administrator has configured the application {application} ('{appId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '{userPrincipalName}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.",
  },
  blocked: {
    code: "AADSTS53003",
    status: 403,
    message: "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
  },
  mfaRequired: {
    code: "AADSTS50076",
    status: 401,
    message:
      "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{appId}'.",
  },
  compliantDeviceRequired: {
    code: "AADSTS53000",
    status: 403,
    message: "Conditional Access policy requires a compliant device, and the device is not compliant.",
  },
  joinedDeviceRequired: {
    code: "AADSTS53001",
    status: 403,
    message: "Conditional Access policy requires a domain joined device, and the device isn't domain joined.",
  },
  approvedClientRequired: {
    code: "AADSTS53002",
    status: 403,
    message: "The app used isn't an approved app for Conditional Access.",
  },
  passwordChangeRequired: {
    code: "AADSTS50142",
    status: 401,
    message: "Password change is required due to a conditional access policy.",
  },
  otherControlRequired: {
    code: "AADSTS50158",
    status: 401,
    message: "External security challenge was not satisfied: {controls}.",
  },
  undetermined: {
    code: "UndeterminedConditionalAccess",
    status: 400,
    message: "Conditional Access cannot decide without more about the client. Tell {inputs}.",
  },
  notSaml: {
    code: "SamlNotConfigured",
    status: 400,
    message: "Single sign-on of the application {application} is not set to SAML.",
  },
  noCertificate: {
    code: "NoActiveSigningCertificate",
    status: 400,
    message:
      "The application {application} has no active signing certificate. In Entra make one active: Single sign-on, SAML certificates, “Make certificate active”.",
  },
  noReplyUrl: {
    code: "AADSTS500113",
    status: 400,
    message: "No reply address is registered for the application.",
  },
} as const satisfies Record<string, Omit<SignInRefusal, "policies">>;

export type SignInRefusalName = keyof typeof refusals;

export function signInRefusal(
  name: SignInRefusalName,
  values: Readonly<Record<string, string>> = {},
  policies: readonly string[] = [],
): SignInRefusal {
  const { code, status, message } = refusals[name];
  const filled = message.replace(/\{(\w+)\}/g, (placeholder, key: string) => values[key] ?? placeholder);
  return { code, status, message: filled, policies: [...policies] };
}
