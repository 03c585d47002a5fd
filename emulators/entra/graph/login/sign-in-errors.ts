/**
 * What Entra's token endpoint answers when it refuses. `{name}` stands for a value.
 * Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const errors = {
  tenantNotFound: {
    status: 400,
    error: "invalid_request",
    code: 90002,
    message:
      "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.",
  },
  unknownApplication: {
    status: 400,
    error: "unauthorized_client",
    code: 700016,
    message:
      "Application with identifier '{clientId}' was not found in the directory '{tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.",
  },
  invalidSecret: {
    status: 401,
    error: "invalid_client",
    code: 7000215,
    message:
      "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{clientId}'.",
  },
  secretMissing: {
    status: 401,
    error: "invalid_client",
    code: 7000218,
    message: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  parameterMissing: {
    status: 400,
    error: "invalid_request",
    code: 900144,
    message: "The request body must contain the following parameter: '{parameter}'.",
  },
  unsupportedGrant: {
    status: 400,
    error: "unsupported_grant_type",
    code: 70003,
    message: "The app requested an unsupported grant type '{grantType}'.",
  },
  unknownResource: {
    status: 400,
    error: "invalid_resource",
    code: 500011,
    message:
      "The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.",
  },
  scopeInvalid: {
    status: 400,
    error: "invalid_scope",
    code: 1002012,
    message:
      "The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).",
  },
} as const;

export type SignInErrorName = keyof typeof errors;

/** A refusal of the token endpoint, by its AADSTS code. */
export class SignInError extends Error {
  constructor(
    readonly status: 400 | 401,
    readonly error: string,
    readonly code: number,
    message: string,
  ) {
    super(message);
    this.name = "SignInError";
  }
}

export function signInError(name: SignInErrorName, values: Readonly<Record<string, string>> = {}): SignInError {
  const { status, error, code, message } = errors[name];
  const filled = message.replace(/\{(\w+)\}/g, (placeholder, key: string) => values[key] ?? placeholder);
  return new SignInError(status, error, code, `AADSTS${code}: ${filled}`);
}
