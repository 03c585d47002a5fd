import * as pulumi from "@pulumi/pulumi";
import { AccountFederation } from "entra-aws";

// All of it is there already, and none of it is changed or deleted by this program.
const config = new pulumi.Config();

const account = new AccountFederation("account1", {
  tenantId: new pulumi.Config("azuread").require("tenantId"),
  company: "Contoso",
  account: { id: "111122223333", name: "Account1" },
  existingApplicationObjectId: config.require("applicationObjectId"),
  // “Certificate (Base64)” of the application's single sign-on page.
  signingCertificates: [config.require("signingCertificate")],
  existingSamlProviderArn: "arn:aws:iam::111122223333:saml-provider/EntraByHand",
  roles: {
    Auditor: {
      existingRoleArn: "arn:aws:iam::111122223333:role/audit/Auditor",
      existingGroupObjectId: config.require("auditorsObjectId"),
      // Added to whoever is in the group already.
      members: { "new-auditor": config.require("newAuditorObjectId") },
    },
    // Beside them, a role and a group that are new.
    Developer: { managedPolicies: ["AmazonS3FullAccess"] },
  },
});

export const roleArns = account.roleArns;
export const groups = account.groupNames;
