import type { InvokeFace, Outputs } from "#emulators/wire/pulumi-provider";

import { isSameId } from "../state/lookup";
import type { Application } from "../state/model";
import type { TenantCloud } from "./cloud";
import { getApplicationSchema } from "./generated/schema";
import { lookupBy, type LookupKey } from "./lookup-by";
import { formatId } from "./resource-id";
import { appRoleOutputs, tagOutputs } from "./service-principal-outputs";

const keys: readonly LookupKey<Application>[] = [
  { argument: "objectId", label: "object ID", matches: ({ id }, wanted) => isSameId(id, wanted) },
  { argument: "clientId", label: "client ID", matches: ({ appId }, wanted) => isSameId(appId, wanted) },
  { argument: "displayName", label: "display name", matches: (each, wanted) => each.displayName === wanted },
  {
    argument: "identifierUri",
    label: "identifier URI",
    matches: (each, wanted) => each.identifierUris.includes(wanted),
  },
];

/** An application that was deleted outside makes this fail, and with it a preview (judge: recorded, run deleted-outside). */
export const getApplication: InvokeFace<TenantCloud> = {
  schema: getApplicationSchema,
  modelled: keys.map(({ argument }) => argument),
  invoke: (cloud, args) => outputsOf(lookupBy("Application", cloud.read().applications, keys, args)),
};

function outputsOf(application: Application): Outputs {
  const { featureTags } = tagOutputs(application.tags);
  return {
    ...appRoleOutputs(application.appRoles),
    ...unset,
    clientId: application.appId,
    description: application.description ?? "",
    displayName: application.displayName,
    featureTags: featureTags ?? [],
    id: formatId("application", { applicationId: application.id }),
    identifierUri: application.identifierUris[0] ?? "",
    identifierUris: application.identifierUris,
    notes: application.notes ?? "",
    objectId: application.id,
    publicClients: [{ redirectUris: application.publicClient.redirectUris }],
    publisherDomain: application.publisherDomain,
    signInAudience: application.signInAudience,
    singlePageApplications: [{ redirectUris: application.spa.redirectUris }],
    tags: application.tags,
    webs: [
      {
        homepageUrl: application.web.homePageUrl ?? "",
        implicitGrants: [{ accessTokenIssuanceEnabled: false, idTokenIssuanceEnabled: false }],
        logoutUrl: application.web.logoutUrl ?? "",
        redirectUris: application.web.redirectUris,
      },
    ],
  };
}

/** What no transition of this tenant sets; the values are those of a fresh gallery application. */
const unset: Outputs = {
  apis: [
    {
      knownClientApplications: [],
      mappedClaimsEnabled: false,
      oauth2PermissionScopes: [],
      requestedAccessTokenVersion: 1,
    },
  ],
  deviceOnlyAuthEnabled: false,
  disabledByMicrosoft: "",
  fallbackPublicClientEnabled: false,
  groupMembershipClaims: [],
  logoUrl: "",
  marketingUrl: "",
  oauth2PermissionScopeIds: {},
  oauth2PostResponseRequired: false,
  optionalClaims: [],
  owners: [],
  privacyStatementUrl: "",
  requiredResourceAccesses: [],
  serviceManagementReference: "",
  supportUrl: "",
  termsOfServiceUrl: "",
};
