import * as pulumi from "@pulumi/pulumi";
import { AccountFederation, TestUser } from "entra-aws";

const config = new pulumi.Config("bench");
const account = { id: config.require("id"), name: config.require("name") };

const developer = new TestUser("developer", {
  userPrincipalName: `developer-${account.id}@contoso.onmicrosoft.com`,
  displayName: "Developer",
  password: pulumi.secret("Made-up-passw0rd"),
});

new AccountFederation("federation", {
  tenantId: "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
  company: "Contoso",
  account,
  roles: {
    Administrator: { managedPolicies: ["AdministratorAccess"] },
    Developer: { managedPolicies: ["AmazonS3FullAccess"], members: { developer: developer.objectId } },
  },
  conditionalAccess: { requireMfa: true, excludedGroupIds: ["b4ea6100-0000-4000-8000-000000000001"] },
});
