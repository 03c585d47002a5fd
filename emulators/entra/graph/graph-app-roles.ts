import { createHash } from "node:crypto";

import { graphPermissionIds } from "#core/entra";

interface GraphAppRole {
  id: string;
  allowedMemberTypes: string[];
  displayName: string;
  description: string;
  isEnabled: boolean;
  origin: "Application";
  value: string;
}

/** The app role of Microsoft Graph that stands for an application permission. */
export function appRoleOfPermission(permission: string): GraphAppRole {
  return {
    id: new Map(Object.entries(graphPermissionIds)).get(permission) ?? derivedId(permission),
    allowedMemberTypes: ["Application"],
    displayName: permission,
    description: permission,
    isEnabled: true,
    origin: "Application",
    value: permission,
  };
}

/** A permission whose real id is not in core's table has one of this tenant's own. */
function derivedId(permission: string): string {
  const digest = createHash("sha256").update(permission).digest("hex");
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
