export type EntraCloudName = "public" | "usgov" | "china";

/** One of the clouds that Microsoft runs apart from each other. */
export interface EntraCloud {
  /** Signs people in: `https://<loginHost>/<tenant>/saml2`. */
  loginHost: string;
  /** Names the issuer of a tenant's SAML responses: `https://<issuerHost>/<tenant>/`. */
  issuerHost: string;
  graphHost: string;
  /** Opens an application's tile directly; known for the public cloud only. */
  launcherHost?: string;
  /** Whether Graph can make an application's signing certificate there. */
  canMakeSigningCertificates: boolean;
}

/** Opens an application's tile, in the public cloud. */
export const publicLauncherHost = "launcher.myapps.microsoft.com";

/**
 * Sources: https://learn.microsoft.com/graph/deployments,
 * https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud; certificates: azuread#823.
 * The issuer hosts outside the public cloud are those of their v1 tokens; that SAML has the same is expected, not confirmed.
 */
export const entraClouds: Readonly<Record<EntraCloudName, EntraCloud>> = {
  public: {
    loginHost: "login.microsoftonline.com",
    issuerHost: "sts.windows.net",
    graphHost: "graph.microsoft.com",
    launcherHost: publicLauncherHost,
    canMakeSigningCertificates: true,
  },
  usgov: {
    loginHost: "login.microsoftonline.us",
    issuerHost: "sts.windows.net",
    graphHost: "graph.microsoft.us",
    canMakeSigningCertificates: false,
  },
  china: {
    loginHost: "login.partner.microsoftonline.cn",
    issuerHost: "sts.chinacloudapi.cn",
    graphHost: "microsoftgraph.chinacloudapi.cn",
    canMakeSigningCertificates: true,
  },
};
