import type { Inputs, ProviderFace } from "#emulators/wire/pulumi-provider";

import { isSameId } from "../state/lookup";
import { appRoleAssignment } from "./app-role-assignment";
import { applicationAppRole } from "./application-app-role";
import { applicationFromTemplate } from "./application-from-template";
import { applicationIdentifierUri } from "./application-identifier-uri";
import { claimsMappingPolicy } from "./claims-mapping-policy";
import type { TenantCloud } from "./cloud";
import { conditionalAccessPolicy } from "./conditional-access-policy";
import { providerSchema } from "./generated/schema";
import { getApplication } from "./get-application";
import { getClientConfig } from "./get-client-config";
import { getGroup } from "./get-group";
import { getServicePrincipal } from "./get-service-principal";
import { getUser } from "./get-user";
import { group } from "./group";
import { groupMember } from "./group-member";
import { optionalText } from "./inputs";
import { namedLocation } from "./named-location";
import { providerRefusal } from "./refusals";
import { servicePrincipal } from "./service-principal";
import { servicePrincipalClaimsMappingPolicyAssignment } from "./service-principal-claims-mapping-policy-assignment";
import { servicePrincipalTokenSigningCertificate } from "./service-principal-token-signing-certificate";
import { user } from "./user";

const resources = [
  appRoleAssignment,
  applicationAppRole,
  applicationFromTemplate,
  applicationIdentifierUri,
  claimsMappingPolicy,
  conditionalAccessPolicy,
  group,
  groupMember,
  namedLocation,
  servicePrincipal,
  servicePrincipalClaimsMappingPolicyAssignment,
  servicePrincipalTokenSigningCertificate,
  user,
];

const invokes = [getApplication, getClientConfig, getGroup, getServicePrincipal, getUser];

/** What this table says beside it: where the tenant is kinder than Entra. */
export const providerNotes: readonly string[] = [
  "The deployer's own writes are not authorised yet: whatever credentials the configuration names, they are made by " +
    "the tenant's one deployer, which `getClientConfig` shows, and it may do everything.",
  "`environment` is `public` or `global`: the tenant is one of the public cloud.",
  "`metadataHost` means another cloud than this one, and is refused.",
];

/** How the deployer authenticates makes no difference here: its writes are not authorised yet. */
const credentialKeys: readonly string[] = [
  "adoPipelineServiceConnectionId",
  "clientCertificate",
  "clientCertificatePassword",
  "clientCertificatePath",
  "clientId",
  "clientIdFilePath",
  "clientSecret",
  "clientSecretFilePath",
  "msiEndpoint",
  "oidcRequestToken",
  "oidcRequestUrl",
  "oidcToken",
  "oidcTokenFilePath",
  "useAksWorkloadIdentity",
  "useCli",
  "useMsi",
  "useOidc",
];

/** The azuread provider, as far as it is modelled, over one emulated tenant. */
export function azureadFace(cloud: TenantCloud): ProviderFace<TenantCloud> {
  return {
    name: "azuread",
    schema: providerSchema,
    modelledConfiguration: ["environment", "tenantId"],
    acceptedConfiguration: credentialKeys,
    configure: (config) => {
      refuseOtherCloud(config);
      refuseOtherTenant(cloud, config);
      return cloud;
    },
    resources,
    invokes,
  };
}

/** The names that the genuine provider has for the public cloud. */
const publicCloud: readonly string[] = ["public", "global"];

function refuseOtherCloud(config: Inputs): void {
  const environment = optionalText(config, "environment");
  if (environment !== undefined && !publicCloud.includes(environment.toLowerCase())) {
    throw providerRefusal("otherCloud", { environment });
  }
}

function refuseOtherTenant(cloud: TenantCloud, config: Inputs): void {
  const configured = optionalText(config, "tenantId");
  const tenantId = cloud.read().id;
  if (configured !== undefined && !isSameId(configured, tenantId)) {
    throw providerRefusal("otherTenant", { tenantId, configured });
  }
}
