import type { ResourceFace } from "#emulators/wire/pulumi-provider";

import { findApplication, getApplication, setIdentifierUris } from "../state/applications";
import { checksOf, isIdOf, isNotEmpty } from "./checks";
import type { TenantCloud } from "./cloud";
import { applicationIdentifierUriSchema } from "./generated/schema";
import { text } from "./inputs";
import { providerRefusal } from "./refusals";
import { formatId, parseId } from "./resource-id";

export const applicationIdentifierUri: ResourceFace<TenantCloud> = {
  schema: applicationIdentifierUriSchema,
  modelled: ["applicationId", "identifierUri"],
  replaceOnChange: ["applicationId", "identifierUri"],
  replaceSource: "internal/services/applications/application_identifier_uri_resource.go, ForceNew",
  computed: [],
  checks: checksOf(isIdOf("applicationId", "application"), isNotEmpty("identifierUri")),

  create(cloud, inputs) {
    const { applicationId } = parseId("application", text(inputs, "applicationId"));
    const uri = text(inputs, "identifierUri");
    const id = formatId("identifierUri", { applicationId, base64: Buffer.from(uri).toString("base64") });
    cloud.transact((tenant) => {
      const { identifierUris } = getApplication(tenant, applicationId);
      if (identifierUris.includes(uri)) {
        throw providerRefusal("alreadyExists", { id, type: "azuread_application_identifier_uri" });
      }
      setIdentifierUris(tenant, { id: applicationId, identifierUris: [...identifierUris, uri] });
    });
    return { id, outputs: {} };
  },

  read(cloud, id) {
    const { applicationId, uri } = partsOf(id);
    const application = findApplication(cloud.read(), applicationId);
    if (!application?.identifierUris.includes(uri)) return undefined;
    return {
      id,
      inputs: { applicationId: formatId("application", { applicationId }), identifierUri: uri },
      outputs: {},
    };
  },

  update: (_cloud, _id, _news, olds) => olds,

  delete(cloud, id) {
    const { applicationId, uri } = partsOf(id);
    cloud.transact((tenant) => {
      const { identifierUris } = getApplication(tenant, applicationId);
      setIdentifierUris(tenant, { id: applicationId, identifierUris: identifierUris.filter((each) => each !== uri) });
    });
  },
};

function partsOf(id: string): { applicationId: string; uri: string } {
  const { applicationId, base64 } = parseId("identifierUri", id);
  return { applicationId, uri: Buffer.from(base64, "base64").toString("utf8") };
}
