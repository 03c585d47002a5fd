import { describe, expect, it } from "vitest";

import { galleryTemplates } from "#core/entra";

import { memoryCloud } from "../provider/memory-cloud";
import { contoso } from "../seed";
import { assignAppRole } from "./app-role-assignments";
import { setAppRoles } from "./app-roles";
import { instantiateTemplate } from "./applications";

// judge: learn.microsoft.com/entra/identity-platform/howto-add-app-roles-in-apps, 2026-11-24

describe("assignAppRole", () => {
  it("assigns no role that is disabled, and leaves who had it before", () => {
    const cloud = memoryCloud();
    const template = { templateId: galleryTemplates.awsSingleAccountAccess.id, displayName: "AWS" };
    const { application, servicePrincipal } = cloud.transact((tenant, step) =>
      instantiateTemplate(tenant, template, step),
    );
    const [role] = servicePrincipal.appRoles;
    const assign = (principalId = "") =>
      cloud.transact((tenant, step) =>
        assignAppRole(tenant, { resourceId: servicePrincipal.id, appRoleId: role?.id ?? "", principalId }, step),
      );
    assign(contoso.groups[0]?.id);
    cloud.transact((tenant) => {
      const appRoles = application.appRoles.map((each) => ({ ...each, isEnabled: false }));
      setAppRoles(tenant, { applicationId: application.id, appRoles });
    });
    expect(() => assign(contoso.users[0]?.id)).toThrow(
      expect.objectContaining({
        code: "Request_BadRequest",
        message: `Permission being assigned was not found on application '${application.appId}'.`,
      }) as Error,
    );
    expect(cloud.read().appRoleAssignments).toHaveLength(1);
  });
});
