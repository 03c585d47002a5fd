import * as pulumi from "@pulumi/pulumi";
import { AccountFederation, type AccountFederationArgs, importedAppRoleIds, RoleMode } from "entra-aws";

const federation: AccountFederationArgs = {
  tenantId: new pulumi.Config("azuread").require("tenantId"),
  company: "Contoso",
  account: { id: "444455556666", name: "Account2" },
  roles: {
    Administrator: { managedPolicies: ["AdministratorAccess"] },
    Developer: { managedPolicies: ["AmazonS3FullAccess"], maxSessionDuration: 14_400 },
  },
  roleMode: RoleMode.Imported,
  protectFederation: true,
  // The group of the break-glass accounts.
  conditionalAccess: { requireMfa: true, excludedGroupIds: ["b4ea6100-0000-4000-8000-000000000001"] },
};

// The first deployment finds none and starts the import; the next one assigns the groups to what was imported.
export = async () => {
  const account = new AccountFederation("account2", {
    ...federation,
    importedAppRoleIds: await importedAppRoleIds(federation),
  });
  return { signInUrl: account.signInUrl, roleArns: account.roleArns, inventory: account.inventory };
};
