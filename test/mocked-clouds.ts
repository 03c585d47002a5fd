import { Provider as AwsProvider } from "@pulumi/aws/provider";
import { Provider as AzureadProvider } from "@pulumi/azuread/provider";
import { testCertificate } from "./fixtures/test-certificate";
import type { Invented, MockedEngine } from "./mocked-engine";

/** The certificate that the mocked tenant makes for every application: base64 of DER, as azuread has it. */
export const { certificate } = testCertificate();

export const clientId = "cccc0000-0000-4000-8000-000000000006";

/** What only a cloud can know, by type. */
const invented: Invented = {
  "azuread:index/applicationFromTemplate:ApplicationFromTemplate": () => ({
    applicationId: "/applications/aaaa0000-0000-4000-8000-000000000005",
    applicationObjectId: "aaaa0000-0000-4000-8000-000000000005",
  }),
  "azuread:index/servicePrincipal:ServicePrincipal": () => ({ objectId: "55550000-0000-4000-8000-000000000007" }),
  "azuread:index/servicePrincipalTokenSigningCertificate:ServicePrincipalTokenSigningCertificate": () => ({
    value: certificate,
    thumbprint: "C0FFEE",
  }),
  "azuread:index/group:Group": (name) => ({ objectId: `${name}-object-id` }),
  "azuread:index/user:User": (name) => ({ objectId: `${name}-object-id` }),
  "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy": (name) => ({ objectId: `${name}-object-id` }),
  "aws:iam/accessKey:AccessKey": () => ({ secret: "made-up-secret-access-key" }),
};

/** A provider's refusal as the engine hands it on, which is gRPC's. */
export function refusedBy(details: string): Error {
  return Object.assign(new Error(details), { details });
}

/** Clouds that answer as if they had made everything; in a preview they have made nothing. */
export function mockedClouds(engine: Pick<MockedEngine, "preview"> = {}): MockedEngine {
  return {
    ...engine,
    invented,
    answers: {
      "azuread:index/getApplication:getApplication": ({ objectId, identifierUri }) => {
        // Whoever looks by the identifier URI asks what was there before.
        if (identifierUri !== undefined)
          throw refusedBy("Application not found: No applications found matching filter");
        return {
          id: `/applications/${String(objectId)}`,
          clientId,
          webs: [{ redirectUris: ["https://signin.aws.amazon.com/saml"] }],
        };
      },
      // Everybody whose object id is given is a user.
      "azuread:index/getDirectoryObject:getDirectoryObject": ({ objectId }) => ({ objectId, type: "User" }),
      "azuread:index/getUser:getUser": ({ userPrincipalName }) => ({
        objectId: `object id of ${String(userPrincipalName)}`,
      }),
      "aws:index/getCallerIdentity:getCallerIdentity": () => ({
        accountId: "111122223333",
        arn: "arn:aws:sts::111122223333:assumed-role/Deployer/pulumi",
      }),
    },
  };
}

/** An app role as azuread's lookup tells one that stands for a role of account 111122223333. */
export function importedAppRole(role: string, id: string): { id: string; value: string; enabled: boolean } {
  const account = "arn:aws:iam::111122223333";
  return { id, value: `${account}:role/${role},${account}:saml-provider/EntraID`, enabled: true };
}

/** The clouds after a deployment: the account's application is found, with these app roles. */
export function cloudsWithAppRoles(
  appRoles: readonly object[],
  engine: Pick<MockedEngine, "preview"> = {},
): MockedEngine {
  const clouds = mockedClouds(engine);
  const byObjectId = clouds.answers?.["azuread:index/getApplication:getApplication"];
  return {
    ...clouds,
    answers: {
      ...clouds.answers,
      "azuread:index/getApplication:getApplication": (inputs) => ({
        ...byObjectId?.({ ...inputs, identifierUri: undefined }),
      }),
      "azuread:index/getServicePrincipal:getServicePrincipal": () => ({ appRoles }),
    },
  };
}

/** One explicit provider a cloud, as options of a component. */
export function explicitProviders() {
  return {
    providers: {
      aws: new AwsProvider("the-account", { region: "us-east-1" }),
      azuread: new AzureadProvider("the-tenant", { tenantId: "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f" }),
    },
  };
}
