import * as pulumi from "@pulumi/pulumi";
import { AccountFederation, TestUser } from "entra-aws";

// pulumi config set --secret testerPassword
const config = new pulumi.Config();

const tester = new TestUser("tester", {
  userPrincipalName: "Test-AWSDeveloper@contoso.onmicrosoft.com",
  password: config.requireSecret("testerPassword"),
});

const account = new AccountFederation("account1", {
  tenantId: new pulumi.Config("azuread").require("tenantId"),
  company: "Contoso",
  account: { id: "111122223333", name: "Account1" },
  roles: {
    Developer: {
      managedPolicies: ["AmazonS3FullAccess"],
      maxSessionDuration: 14_400,
      members: { "Test-AWSDeveloper": tester.objectId },
    },
    Auditor: { managedPolicies: ["SecurityAudit"] },
  },
  protectFederation: true,
  // The group of the break-glass accounts.
  conditionalAccess: { requireMfa: true, excludedGroupIds: ["b4ea6100-0000-4000-8000-000000000001"] },
});

export const signInUrl = account.signInUrl;
export const roleArns = account.roleArns;
