/** The certificate that Entra makes for an application. Source: Graph documentation, addTokenSigningCertificate. */
export const signingCertificate = {
  /** Graph refuses a display name that does not begin with `CN=`. */
  displayName: "CN=Microsoft Azure Federated SSO Certificate",
  years: 3,
} as const;
