import * as pulumi from "@pulumi/pulumi";
import { AccountFederation, EntraCloud, Partition, TestUser } from "entra-aws";

// Graph makes no signing certificate in this cloud. The first `pulumi up` makes the application and says in
// `manualSteps` what to do there by hand; with the certificate in the config, the second makes everything else:
//   pulumi config set --path 'signingCertificates[0]' < certificate.cer
// pulumi config set --secret testerPassword
const config = new pulumi.Config();

const tester = new TestUser("tester", {
  userPrincipalName: "Test-AWSDeveloper@contoso.onmicrosoft.com",
  password: config.requireSecret("testerPassword"),
});

const account = new AccountFederation("agency", {
  // Beside azuread:environment usgovernment.
  entraCloud: EntraCloud.UsGov,
  tenantId: new pulumi.Config("azuread").require("tenantId"),
  company: "Contoso",
  account: { id: "111122223333", name: "Agency", partition: Partition.AwsUsGov },
  signingCertificates: config.getObject<string[]>("signingCertificates"),
  roles: {
    Developer: {
      managedPolicies: ["AmazonS3FullAccess"],
      maxSessionDuration: 14_400,
      members: { "Test-AWSDeveloper": tester.objectId },
    },
  },
  protectFederation: true,
  // The group of the break-glass accounts.
  conditionalAccess: { requireMfa: true, excludedGroupIds: ["b4ea6100-0000-4000-8000-000000000001"] },
});

export const manualSteps = account.manualSteps;
export const clientId = account.clientId;
export const roleArns = account.roleArns;
export const samlProviderArn = account.samlProviderArn;
export const groupObjectIds = account.groupObjectIds;
