import { describe, expect, it } from "vitest";
import { federatedTrustPolicy, serializePolicy } from "#core/aws/policy";
import { InvalidArguments } from "#core/problems";
import { buildMetadata } from "#core/saml/metadata";
import { certificate, clientId, explicitProviders, mockedClouds } from "../../test/mocked-clouds";
import { type MockedEngine, registrations, valueOf } from "../../test/mocked-engine";
import { AccountFederation } from "./account-federation";
import type { AccountFederationArgs } from "./account-federation-args";

const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const alice = "0e0e0000-0000-4000-8000-000000000001";
const applicationObjectId = "aaaa0000-0000-4000-8000-000000000005";
const auditors = "66660000-0000-4000-8000-000000000009";
const providerArn = "arn:aws:iam::111122223333:saml-provider/EntraByHand";
const auditorArn = "arn:aws:iam::111122223333:role/audit/Auditor";
const args: AccountFederationArgs = {
  tenantId,
  company: "Contoso",
  account: { id: "111122223333", name: "Account1" },
  existingApplicationObjectId: applicationObjectId,
  signingCertificates: [certificate],
  existingSamlProviderArn: providerArn,
  roles: {
    Auditor: { existingRoleArn: auditorArn, existingGroupObjectId: auditors, members: { "alice@contoso.com": alice } },
  },
  conditionalAccess: { requireMfa: true, excludedGroupIds: ["b4ea6100-0000-4000-8000-000000000001"] },
};

/** Clouds in which the things are there. */
function clouds(change: Record<string, object> = {}): MockedEngine {
  const engine = mockedClouds({ preview: true });
  const found: Record<string, object> = {
    "azuread:index/getApplication:getApplication": {
      id: `/applications/${applicationObjectId}`,
      objectId: applicationObjectId,
      clientId,
      displayName: "AWS by hand",
      identifierUris: ["https://signin.aws.amazon.com/saml"],
      webs: [{ redirectUris: ["https://signin.aws.amazon.com/saml"] }],
    },
    "azuread:index/getServicePrincipal:getServicePrincipal": {
      id: "/servicePrincipals/55550000-0000-4000-8000-000000000007",
      objectId: "55550000-0000-4000-8000-000000000007",
      preferredSingleSignOnMode: "saml",
      appRoleAssignmentRequired: true,
    },
    "azuread:index/getGroup:getGroup": {
      objectId: auditors,
      displayName: "Auditors",
      securityEnabled: true,
      types: [],
    },
    "aws:iam/getSamlProvider:getSamlProvider": {
      samlMetadataDocument: buildMetadata({ tenantId, certificates: [certificate] }),
    },
    "aws:iam/getRole:getRole": {
      arn: auditorArn,
      assumeRolePolicy: serializePolicy(
        federatedTrustPolicy({ samlProviderArn: providerArn, audience: "https://signin.aws.amazon.com/saml" }),
      ),
      maxSessionDuration: 3600,
      permissionsBoundary: "",
    },
    ...change,
  };
  const answers = Object.entries(found).map(([token, answer]) => [token, () => answer as Record<string, unknown>]);
  return { ...engine, answers: { ...engine.answers, ...(Object.fromEntries(answers) as MockedEngine["answers"]) } };
}

function problemsOf(change: Partial<AccountFederationArgs>): string[] {
  return AccountFederation.problemsOf({ ...args, ...change }).map(({ code, property }) => `${code} ${property}`);
}

describe("AccountFederation, with things that are there already", () => {
  it("registers only what it adds to them, all of it known at preview", async () => {
    const registered = await registrations(() => new AccountFederation("a1", args, explicitProviders()), clouds());
    const added = registered.filter(({ type }) => /^(aws|azuread):/.test(type));
    expect(added.map(({ type, name }) => [type.replace(/^.*:/, ""), name])).toEqual(
      [
        ["AppRoleAssignment", "a1-Auditor-assignment-assignment"],
        ["ApplicationAppRole", "a1-Auditor-assignment-app-role"],
        ["GroupMember", "a1-Auditor-group-member-alice@contoso.com"],
        ["ConditionalAccessPolicy", "a1-console-mfa-policy"],
      ].sort(([, a = ""], [, b = ""]) => (a < b ? -1 : 1)),
    );
    expect(JSON.stringify(added.map(({ inputs }) => inputs))).not.toContain("«unknown»");
    const member = added.find(({ name }) => name.includes("member"));
    expect(member?.inputs).toEqual({ groupObjectId: auditors, memberObjectId: alice });
    const appRole = added.find(({ name }) => name.endsWith("app-role"));
    expect(appRole?.inputs).toMatchObject({
      displayName: "Auditor,EntraByHand",
      value: `${auditorArn},${providerArn}`,
    });
  });

  it("tells of them what was found", async () => {
    const made: AccountFederation[] = [];
    await registrations(() => made.push(new AccountFederation("a1", args, explicitProviders())), clouds());
    type Told = "groupNames" | "manualSteps" | "metadataXml" | "roleArns" | "samlProviderArn";
    const told = (name: Told) => Promise.all(made.map((account) => valueOf(account[name])));
    expect(await told("roleArns")).toEqual([{ Auditor: auditorArn }]);
    expect(await told("groupNames")).toEqual([{ Auditor: "Auditors" }]);
    expect(await told("samlProviderArn")).toEqual([providerArn]);
    expect(await told("metadataXml")).toEqual([buildMetadata({ tenantId, certificates: [certificate] })]);
    expect(await told("manualSteps")).toEqual([[]]);
  });

  it.each([
    [
      "an application without a certificate that anybody knows",
      { signingCertificates: undefined, existingSamlProviderArn: undefined },
      ["missing signingCertificates"],
    ],
    [
      "a provider before the application",
      { existingApplicationObjectId: undefined, signingCertificates: undefined },
      ["existing-saml-provider-before-certificate existingSamlProviderArn"],
    ],
    [
      "settings of what is not changed",
      {
        sessionDuration: 3600,
        naming: { application: "x", samlProvider: "y" },
        roles: {
          Auditor: { ...args.roles["Auditor"], description: "x", managedPolicies: ["SecurityAudit"], groupName: "y" },
        },
      },
      [
        "setting-of-existing-thing naming.application",
        "setting-of-existing-thing sessionDuration",
        "setting-of-existing-thing naming.samlProvider",
        "setting-of-existing-thing roles.Auditor.description",
        "setting-of-existing-thing roles.Auditor.managedPolicies",
        "setting-of-existing-thing roles.Auditor.groupName",
      ],
    ],
    [
      "a role and a provider of another account",
      {
        existingSamlProviderArn: "arn:aws:iam::444455556666:saml-provider/E",
        roles: { Auditor: { existingRoleArn: "arn:aws:iam::444455556666:role/Auditor" } },
      },
      ["arn-other-account existingSamlProviderArn", "arn-other-account roles.Auditor.existingRoleArn"],
    ],
  ])("refuses %s", (_what, change, problems) => {
    expect(problemsOf(change)).toEqual(expect.arrayContaining(problems));
    expect(() => new AccountFederation("a1", { ...args, ...change })).toThrow(InvalidArguments);
  });

  it("protects the existing role and provider by the boundary of the others", async () => {
    const change = { protectFederation: true, roles: { ...args.roles, Developer: {} } };
    const program = () => new AccountFederation("a1", { ...args, ...change }, explicitProviders());
    const registered = await registrations(program, clouds());
    const boundary = registered.find(({ type }) => type === "aws:iam/policy:Policy")?.inputs["policy"];
    expect(boundary).toContain(auditorArn);
    expect(boundary).toContain(providerArn);
    const roles = registered.filter(({ type }) => type === "aws:iam/role:Role");
    expect(roles.map(({ inputs }) => inputs["name"])).toEqual(["Developer"]);
  });
});
