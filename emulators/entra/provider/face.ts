import { entraClouds } from "#core/entra";
import type { Inputs, ProviderFace } from "#emulators/wire/pulumi-provider";

import { isSameId } from "../state/lookup";
import { actingAs } from "./acting-as";
import { appRoleAssignment } from "./app-role-assignment";
import { applicationAppRole } from "./application-app-role";
import { applicationFromTemplate } from "./application-from-template";
import { applicationIdentifierUri } from "./application-identifier-uri";
import { authorisedLookup, authorisedResource } from "./authorised";
import { claimsMappingPolicy } from "./claims-mapping-policy";
import type { TenantCloud } from "./cloud";
import { conditionalAccessPolicy } from "./conditional-access-policy";
import { configuredClient } from "./configured-client";
import { providerSchema } from "./generated/schema";
import { getApplication } from "./get-application";
import { getClientConfig } from "./get-client-config";
import { getDirectoryObject } from "./get-directory-object";
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
import { synchronizationJob } from "./synchronization-job";
import { synchronizationSecret } from "./synchronization-secret";
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
  synchronizationJob,
  synchronizationSecret,
  user,
];

const invokes = [getApplication, getClientConfig, getDirectoryObject, getGroup, getServicePrincipal, getUser];

/** What this table says beside it: where the tenant is kinder than Entra. */
export const providerNotes: readonly string[] = [
  "Every write and read is authorised by the Graph permissions of the client application `clientId`, without one those " +
    "of the tenant's deployer. A `clientSecret` has to be right; other credentials are not judged.",
  "A refusal names the missing permission, which Graph does not; and it comes before the first request, so that " +
    "nothing is left half made.",
  "Ownership is not modelled for applications, so `Application.ReadWrite.OwnedBy` admits nothing; directory roles admit " +
    "nothing either. Role-assignable groups and passwords need no permission of their own.",
  "`environment` has to be one of the cloud that the tenant is in: `public`, `usgovernment` or `china`, and their other names.",
  "`metadataHost` means another cloud than this one, and is refused.",
];

/** Other ways to sign in than a client secret, which are not judged. */
const credentialKeys: readonly string[] = [
  "adoPipelineServiceConnectionId",
  "clientCertificate",
  "clientCertificatePassword",
  "clientCertificatePath",
  "clientIdFilePath",
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
    modelledConfiguration: ["clientId", "clientSecret", "environment", "tenantId"],
    acceptedConfiguration: credentialKeys,
    configure: (config) => {
      refuseOtherCloud(cloud, config);
      refuseOtherTenant(cloud, config);
      return actingAs(cloud, configuredClient(cloud, config));
    },
    resources: resources.map(authorisedResource),
    invokes: invokes.map(authorisedLookup),
  };
}

/** Left out, the provider means the public cloud. Source: documentation of the azuread provider, `environment`. */
function refuseOtherCloud(cloud: TenantCloud, config: Inputs): void {
  const environment = optionalText(config, "environment") ?? "public";
  const { name, azureadEnvironments } = entraClouds[cloud.read().cloud];
  if (!azureadEnvironments.includes(environment.toLowerCase())) {
    throw providerRefusal("otherCloud", { environment, cloud: name });
  }
}

function refuseOtherTenant(cloud: TenantCloud, config: Inputs): void {
  const configured = optionalText(config, "tenantId");
  const tenantId = cloud.read().id;
  if (configured !== undefined && !isSameId(configured, tenantId)) {
    throw providerRefusal("otherTenant", { tenantId, configured });
  }
}
