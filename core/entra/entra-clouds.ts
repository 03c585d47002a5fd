export type EntraCloudName = "public" | "usgov" | "china";

/** One of the clouds that Microsoft runs apart from each other. */
export interface EntraCloud {
  name: EntraCloudName;
  /** Signs people in: `https://<loginHost>/<tenant>/saml2`. */
  loginHost: string;
  /** Names the issuer of a tenant's SAML responses: `https://<issuerHost>/<tenant>/`. */
  issuerHost: string;
  graphHost: string;
  /** Opens an application's tile directly; known for the public cloud only. */
  launcherHost?: string;
  /** Whether Graph can make an application's signing certificate there. */
  canMakeSigningCertificates: boolean;
  /** What `azuread:environment` may be for this cloud; the first is how it is written. */
  azureadEnvironments: readonly [string, ...string[]];
}

/** Opens an application's tile, in the public cloud. */
export const publicLauncherHost = "launcher.myapps.microsoft.com";

/**
 * Hosts: https://learn.microsoft.com/graph/deployments,
 * https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud, and for China
 * https://docs.azure.cn/en-us/entra/identity-platform/federation-metadata.
 * Certificates: https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate lists the public cloud
 * only; azuread#823. Environments: documentation of the azuread provider, `environment`.
 *
 * The issuer hosts outside the public cloud are those of their v1 tokens; that SAML has the same is expected, not
 * confirmed: where it is not so, a metadata document as downloaded says it (`metadata.xml`).
 */
export const entraClouds: Readonly<Record<EntraCloudName, EntraCloud>> = {
  public: {
    name: "public",
    loginHost: "login.microsoftonline.com",
    issuerHost: "sts.windows.net",
    graphHost: "graph.microsoft.com",
    launcherHost: publicLauncherHost,
    canMakeSigningCertificates: true,
    azureadEnvironments: ["public", "global"],
  },
  usgov: {
    name: "usgov",
    loginHost: "login.microsoftonline.us",
    issuerHost: "sts.windows.net",
    graphHost: "graph.microsoft.us",
    canMakeSigningCertificates: false,
    azureadEnvironments: ["usgovernment", "usgovernmentl4"],
  },
  china: {
    name: "china",
    loginHost: "login.partner.microsoftonline.cn",
    issuerHost: "sts.chinacloudapi.cn",
    graphHost: "microsoftgraph.chinacloudapi.cn",
    canMakeSigningCertificates: false,
    azureadEnvironments: ["china"],
  },
};

/** The cloud that a value of `azuread:environment` means; case does not count. Nothing for one that is not known here. */
export function entraCloudOfEnvironment(environment: string): EntraCloudName | undefined {
  return Object.values(entraClouds).find(({ azureadEnvironments }) =>
    azureadEnvironments.includes(environment.toLowerCase()),
  )?.name;
}

export function isEntraCloudName(name: string): name is EntraCloudName {
  return Object.hasOwn(entraClouds, name);
}
