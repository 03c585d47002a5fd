import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FederatedRole, SamlIdentityProvider } from "entra-aws";

const account = { id: "111122223333", name: "Account1" };

// Downloaded from the enterprise application's single sign-on page. Another download of the same changes nothing.
const provider = new SamlIdentityProvider("entra", {
  account,
  providerName: "EntraByHand",
  metadataXml: readFileSync(join(__dirname, "federation-metadata.xml"), "utf8"),
});

const auditor = new FederatedRole("auditor", {
  account,
  roleName: "AuditorByHand",
  samlProviderArn: provider.arn,
  managedPolicies: ["SecurityAudit"],
  inlinePolicies: {
    ReadBilling: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["ce:Get*", "ce:List*"], Resource: "*" }],
    }),
  },
});

export const samlProviderArn = provider.arn;
export const roleArn = auditor.attachedRoleArn;
