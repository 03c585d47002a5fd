import type { Outputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import {
  assignAppRole,
  findAppRoleAssignment,
  findPrincipal,
  removeAppRoleAssignment,
} from "../state/app-role-assignments";
import type { AppRoleAssignment, Tenant } from "../state/model";
import { findServicePrincipal } from "../state/service-principals";
import { checksOf, isUuid } from "./checks";
import type { TenantCloud } from "./cloud";
import { appRoleAssignmentSchema } from "./generated/schema";
import { text } from "./inputs";
import { formatId, parseId } from "./resource-id";

export const appRoleAssignment: ResourceFace<TenantCloud> = {
  schema: appRoleAssignmentSchema,
  modelled: ["appRoleId", "principalObjectId", "resourceObjectId"],
  replaceOnChange: ["appRoleId", "principalObjectId", "resourceObjectId"],
  replaceSource: "internal/services/approleassignments/app_role_assignment_resource.go, ForceNew",
  computed: ["principalDisplayName", "principalType", "resourceDisplayName"],
  checks: checksOf(isUuid("appRoleId"), isUuid("principalObjectId"), isUuid("resourceObjectId")),

  create(cloud, inputs) {
    const assignment = cloud.transact((tenant, step) =>
      assignAppRole(
        tenant,
        {
          resourceId: text(inputs, "resourceObjectId"),
          appRoleId: text(inputs, "appRoleId"),
          principalId: text(inputs, "principalObjectId"),
        },
        step,
      ),
    );
    const id = formatId("appRoleAssignment", {
      servicePrincipalId: assignment.resourceId,
      assignmentId: assignment.id,
    });
    return { id, outputs: outputsOf(cloud.read(), assignment) };
  },

  read(cloud, id) {
    const { servicePrincipalId, assignmentId } = parseId("appRoleAssignment", id);
    const assignment = findAppRoleAssignment(cloud.read(), { resourceId: servicePrincipalId, id: assignmentId });
    if (!assignment) return undefined;
    const { appRoleId, principalId, resourceId } = assignment;
    const inputs = { appRoleId, principalObjectId: principalId, resourceObjectId: resourceId };
    return { id, inputs, outputs: outputsOf(cloud.read(), assignment) };
  },

  update: (_cloud, _id, _news, olds) => olds,

  delete(cloud, id) {
    const { servicePrincipalId, assignmentId } = parseId("appRoleAssignment", id);
    cloud.transact((tenant) => {
      removeAppRoleAssignment(tenant, { resourceId: servicePrincipalId, id: assignmentId });
    });
  },
};

function outputsOf(tenant: Readonly<Tenant>, assignment: AppRoleAssignment): Outputs {
  return {
    principalDisplayName: findPrincipal(tenant, assignment.principalId)?.displayName ?? "",
    principalType: assignment.principalType,
    resourceDisplayName: findServicePrincipal(tenant, assignment.resourceId)?.displayName ?? "",
  };
}
