import { describe, expect, it } from "vitest";
import { federationRows } from "./federation-rows";
import type { FederationFacts } from "./federation-facts";

const facts: FederationFacts = {
  cloud: "usgov",
  application: {
    name: "Contoso AWS Account1 (111122223333)",
    objectId: "aaaa0000-0000-4000-8000-000000000005",
    clientId: "cccc0000-0000-4000-8000-000000000006",
    servicePrincipalObjectId: "55550000-0000-4000-8000-000000000007",
    existing: true,
    certificateThumbprint: "C0FFEE",
    certificateGiven: true,
    claimsPolicy: { name: "AWS Account1 claims", id: "99990000-0000-4000-8000-000000000001" },
  },
  provider: { name: "EntraID", arn: "arn:aws-us-gov:iam::111122223333:saml-provider/EntraID", existing: false },
  boundary: { arn: "arn:aws-us-gov:iam::111122223333:policy/EntraFederationBoundary" },
  roles: [
    {
      roleName: "Developer",
      roleArn: "arn:aws-us-gov:iam::111122223333:role/Developer",
      existingRole: false,
      policies: ["AmazonS3FullAccess", "Own (inline)"],
      group: {
        name: "AWS-Account1-Developers",
        objectId: "66660000-0000-4000-8000-000000000002",
        owners: [],
        existing: true,
        members: [{ key: "alice@contoso.com", objectId: "0e0e0000-0000-4000-8000-000000000001" }],
      },
      appRole: {
        name: "Developer,EntraID",
        id: "99990000-0000-4000-8000-000000000002",
        assignmentId: "a1",
        imported: true,
      },
    },
    {
      roleName: "Auditor",
      roleArn: "arn:aws-us-gov:iam::111122223333:role/Auditor",
      existingRole: true,
      policies: [],
      group: {
        name: "AWS-Account1-Auditors",
        objectId: "66660000-0000-4000-8000-000000000003",
        owners: ["x"],
        existing: false,
        members: [],
      },
    },
  ],
  conditionalAccessPolicy: { name: "AWS Console – MFA – Account1", objectId: "77770000-0000-4000-8000-000000000001" },
  provisioning: {
    userArn: "arn:aws-us-gov:iam::111122223333:user/Svc-EntraProvisioning-Account1",
    existingUser: false,
    accessKeyId: "AKIAEXAMPLE",
    jobId: "/servicePrincipals/x/synchronization/jobs/aws.y",
  },
};

describe("federationRows", () => {
  it("lists everything, in the order of the article, and says who keeps what", () => {
    expect(federationRows(facts).map(({ what, name, keeper = "stack" }) => [what, name, keeper])).toEqual([
      ["Application", "Contoso AWS Account1 (111122223333)", "others"],
      ["Enterprise application (service principal)", "Contoso AWS Account1 (111122223333)", "others"],
      ["Signing certificate", "CN=Microsoft Azure Federated SSO Certificate", "others"],
      ["Claims mapping policy", "AWS Account1 claims", "stack"],
      ["SAML provider", "EntraID", "stack"],
      ["Managed policy", "EntraFederationBoundary", "stack"],
      ["IAM role", "Developer", "stack"],
      ["Security group", "AWS-Account1-Developers", "others"],
      ["Group membership", "alice@contoso.com in AWS-Account1-Developers", "stack"],
      ["App role", "Developer,EntraID", "provisioning"],
      ["App-role assignment", "AWS-Account1-Developers → Developer,EntraID", "stack"],
      ["IAM role", "Auditor", "others"],
      ["Security group", "AWS-Account1-Auditors", "stack"],
      ["App role", "Auditor", "provisioning"],
      ["IAM user", "Svc-EntraProvisioning-Account1", "stack"],
      ["Access key", "Svc-EntraProvisioning-Account1", "stack"],
      ["Provisioning credentials", "ClientSecret, SecretToken", "stack"],
      ["Provisioning job", "aws", "stack"],
      ["Conditional Access policy", "AWS Console – MFA – Account1", "stack"],
    ]);
  });

  it("says what each is for, by the article's section, and where its page is, in the clouds that it is in", () => {
    const rows = federationRows(facts);
    expect(rows.filter(({ purpose }) => !/“[^”]+”/.test(purpose))).toEqual([]);
    const hosts = new Set(rows.map(({ page = "none" }) => page.split("/")[2]));
    expect([...hosts].sort()).toEqual(["console.amazonaws-us-gov.com", "entra.microsoft.us"]);
  });

  it("names a role's policies, and of an existing one that they are its own", () => {
    const purposes = federationRows(facts).filter(({ what }) => what === "IAM role");
    expect(purposes.map(({ purpose }) => purpose)).toEqual([
      expect.stringContaining("with AmazonS3FullAccess, Own (inline)"),
      expect.stringContaining("with its own policies"),
    ]);
  });

  it("leaves out what the federation does not have", () => {
    const { cloud, application } = facts;
    const awaiting = { ...application, certificateThumbprint: "", claimsPolicy: { name: "", id: "" } };
    expect(federationRows({ cloud, application, roles: [] })).toHaveLength(4);
    expect(federationRows({ cloud, application: awaiting, roles: [] })).toHaveLength(2);
  });
});
