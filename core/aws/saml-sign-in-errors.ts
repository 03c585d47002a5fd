const stsApi = "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html";
const troubleshooting = "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html";
const unconfirmed = `unconfirmed; code from ${stsApi}`;

/**
 * What STS answers to a SAML response that it does not take: code, HTTP status, message with `<name>` for a value, and
 * who says so. The words of `unconfirmed` ones are ours; their code is documented.
 */
export const samlSignInErrors = {
  invalidBase64: {
    code: "InvalidIdentityToken",
    status: 400,
    message: "Invalid base64 SAMLResponse",
    source: unconfirmed,
  },
  malformedResponse: {
    code: "InvalidIdentityToken",
    status: 400,
    message: "Invalid SAML response: <reason>",
    source: unconfirmed,
  },
  signatureInvalid: {
    code: "InvalidIdentityToken",
    status: 400,
    message: "Response signature invalid",
    source: troubleshooting,
  },
  issuerNotPresent: {
    code: "InvalidIdentityToken",
    status: 400,
    message: "Issuer not present in specified provider",
    source: troubleshooting,
  },
  noSuchProvider: {
    code: "InvalidIdentityToken",
    status: 400,
    message: "Specified provider doesn't exist.",
    source: troubleshooting,
  },
  wrongAudience: {
    code: "InvalidIdentityToken",
    status: 400,
    message: "Response does not contain the required audience.",
    source: troubleshooting,
  },
  wrongSubjectConfirmation: {
    code: "InvalidIdentityToken",
    status: 400,
    message: "Response must contain exactly one bearer SubjectConfirmation with NotOnOrAfter and Recipient.",
    source: unconfirmed,
  },
  wrongRecipient: {
    code: "InvalidIdentityToken",
    status: 400,
    message: "Response does not contain the required recipient.",
    source: unconfirmed,
  },
  notYetValid: {
    code: "InvalidIdentityToken",
    status: 400,
    message: "Response is not yet valid.",
    source: unconfirmed,
  },
  missingSessionName: {
    code: "InvalidIdentityToken",
    status: 400,
    message: "RoleSessionName is required in AuthnResponse",
    source: troubleshooting,
  },
  wrongSessionName: {
    code: "InvalidIdentityToken",
    status: 400,
    message: "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
    source: troubleshooting,
  },
  wrongSessionDuration: {
    code: "InvalidIdentityToken",
    status: 400,
    message: "SessionDuration in AuthnResponse must be one integer from 900 to 43200.",
    source: unconfirmed,
  },
  redeemedLate: {
    code: "ExpiredTokenException",
    status: 400,
    message: "Token must be redeemed within 5 minutes of issuance",
    source: troubleshooting,
  },
  responseExpired: {
    code: "ExpiredTokenException",
    status: 400,
    message: "Response has expired.",
    source: unconfirmed,
  },
  notAuthorizedBySaml: {
    code: "AccessDenied",
    status: 403,
    message: "Not authorized to perform sts:AssumeRoleWithSAML",
    source: troubleshooting,
  },
  durationOverRoleMaximum: {
    code: "ValidationError",
    status: 400,
    message: "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html",
  },
} as const;

export type SamlSignInErrorName = keyof typeof samlSignInErrors;

/** How long after its issue a response can be redeemed, in milliseconds. Source: the message of `redeemedLate`. */
export const redeemableForMilliseconds = 5 * 60_000;
