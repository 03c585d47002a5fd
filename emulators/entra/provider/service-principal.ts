import type { Inputs, Outputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import type { ServicePrincipal, SingleSignOnMode, Tenant } from "../state/model";
import {
  createServicePrincipal,
  deleteServicePrincipal,
  findServicePrincipal,
  findServicePrincipalByClientId,
  updateServicePrincipal,
  type ServicePrincipalSettings,
} from "../state/service-principals";
import type { Step } from "../state/step";
import { admit } from "./admit";
import { checksOf, isAtMost, isOneOf, isUuid } from "./checks";
import type { TenantCloud } from "./cloud";
import { servicePrincipalSchema } from "./generated/schema";
import { block, flag, optionalText, optionalTexts, text, texts } from "./inputs";
import { providerRefusal } from "./refusals";
import { formatId, parseId } from "./resource-id";
import { servicePrincipalOutputs } from "./service-principal-outputs";

export const servicePrincipal: ResourceFace<TenantCloud> = {
  schema: servicePrincipalSchema,
  modelled: [
    "accountEnabled",
    "alternativeNames",
    "appRoleAssignmentRequired",
    "clientId",
    "description",
    "loginUrl",
    "notes",
    "notificationEmailAddresses",
    "preferredSingleSignOnMode",
    "samlSingleSignOn",
    "tags",
    "useExisting",
  ],
  replaceOnChange: ["clientId"],
  replaceSource: "internal/services/serviceprincipals/service_principal_resource.go, ForceNew",
  computed: [
    "appRoleIds",
    "appRoles",
    "applicationTenantId",
    "displayName",
    "featureTags",
    "features",
    "homepageUrl",
    "logoutUrl",
    "oauth2PermissionScopeIds",
    "oauth2PermissionScopes",
    "objectId",
    "redirectUris",
    "samlMetadataUrl",
    "servicePrincipalNames",
    "signInAudience",
    "type",
  ],
  optionalComputed: ["tags"],
  writeOnly: ["useExisting"],
  sets: ["alternativeNames", "notificationEmailAddresses", "tags"],
  defaults: (inputs) => ({ accountEnabled: true, ...inputs }),
  checks: checksOf(
    isUuid("clientId"),
    isAtMost("description", 1024),
    isAtMost("notes", 1024),
    isOneOf("preferredSingleSignOnMode", ["none", "notSupported", "oidc", "password", "saml"]),
  ),

  create(cloud, inputs) {
    const created = cloud.transact((tenant, step) => {
      const adopted = adopt(tenant, inputs, step);
      return updateServicePrincipal(tenant, { id: adopted.id, settings: settingsOf(inputs, texts(inputs, "tags")) });
    });
    const id = formatId("servicePrincipal", { servicePrincipalId: created.id });
    return { id, outputs: servicePrincipalOutputs(cloud.read(), created) };
  },

  read(cloud, id) {
    const found = findServicePrincipal(cloud.read(), parseId("servicePrincipal", id).servicePrincipalId);
    if (!found) return undefined;
    return { id, inputs: inputsOf(found), outputs: servicePrincipalOutputs(cloud.read(), found) };
  },

  update(cloud, id, news, olds) {
    const { servicePrincipalId } = parseId("servicePrincipal", id);
    const tags = optionalTexts(news, "tags") ?? texts(olds, "tags");
    const updated = cloud.transact((tenant) =>
      updateServicePrincipal(tenant, { id: servicePrincipalId, settings: settingsOf(news, tags) }),
    );
    return servicePrincipalOutputs(cloud.read(), updated);
  },

  delete(cloud, id, olds) {
    const { servicePrincipalId } = parseId("servicePrincipal", id);
    try {
      admit(cloud, ["serviceprincipal-delete"]);
      cloud.transact((tenant, step) => {
        deleteServicePrincipal(tenant, servicePrincipalId, step);
      });
    } catch (refused) {
      // Ignored only with useExisting (judge: recorded, run saml-delete-refused; documentation of azuread, use_existing).
      if (!flag(olds, "useExisting")) throw refused;
    }
  },
};

/** The service principal of the client id: the one there is, if asked for, or a new one. */
function adopt(tenant: Tenant, inputs: Inputs, step: Step): ServicePrincipal {
  const clientId = text(inputs, "clientId");
  const existing = findServicePrincipalByClientId(tenant, clientId);
  if (!existing) return createServicePrincipal(tenant, clientId, step);
  if (!flag(inputs, "useExisting")) {
    const id = formatId("servicePrincipal", { servicePrincipalId: existing.id });
    throw providerRefusal("alreadyExists", { id, type: "azuread_service_principal" });
  }
  return existing;
}

/** Everything is sent, so what is left out is emptied (judge: recorded, run service-principal-bare). */
function settingsOf(inputs: Inputs, tags: string[]): ServicePrincipalSettings {
  const saml = block(inputs, "samlSingleSignOn");
  const mode = optionalText(inputs, "preferredSingleSignOnMode");
  return {
    accountEnabled: flag(inputs, "accountEnabled"),
    alternativeNames: texts(inputs, "alternativeNames"),
    appRoleAssignmentRequired: flag(inputs, "appRoleAssignmentRequired"),
    description: optionalText(inputs, "description") ?? null,
    loginUrl: optionalText(inputs, "loginUrl") ?? null,
    notes: optionalText(inputs, "notes") ?? null,
    notificationEmailAddresses: texts(inputs, "notificationEmailAddresses"),
    preferredSingleSignOnMode: mode === undefined || mode === "none" ? null : (mode as SingleSignOnMode),
    samlSingleSignOnSettings: { relayState: saml ? text(saml, "relayState") : "" },
    tags,
  };
}

function inputsOf(servicePrincipal: ServicePrincipal): Outputs {
  const relayState = servicePrincipal.samlSingleSignOnSettings?.relayState ?? "";
  return {
    accountEnabled: servicePrincipal.accountEnabled,
    alternativeNames: servicePrincipal.alternativeNames,
    appRoleAssignmentRequired: servicePrincipal.appRoleAssignmentRequired,
    clientId: servicePrincipal.appId,
    description: servicePrincipal.description,
    loginUrl: servicePrincipal.loginUrl,
    notes: servicePrincipal.notes,
    notificationEmailAddresses: servicePrincipal.notificationEmailAddresses,
    preferredSingleSignOnMode: servicePrincipal.preferredSingleSignOnMode,
    samlSingleSignOn: relayState === "" ? null : { relayState },
    tags: servicePrincipal.tags,
  };
}
