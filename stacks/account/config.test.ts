import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { InvalidArguments, type Problem } from "#core/problems";
import { accountStack, type GivenConfig } from "./config";

const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const password = "Made-up-passw0rd";
const everyone = { "Test-AWSAdmin": password, "Test-AWSDeveloper": password, "Test-AWSGuest": password };

function committed(stack: string): Record<string, unknown> {
  const text = readFileSync(join(__dirname, `../../Pulumi.${stack}.yaml`), "utf8");
  return (parse(text) as { config: Record<string, unknown> }).config;
}

const example = committed("account1")["entra-aws:account"] as Record<string, unknown>;

function refusal(change: Record<string, unknown>, given: Partial<GivenConfig> = {}): InvalidArguments {
  try {
    accountStack({ account: { ...example, ...change }, testUserPasswords: everyone, tenantId, ...given });
  } catch (error) {
    if (error instanceof InvalidArguments) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

function refused(change: Record<string, unknown>, given: Partial<GivenConfig> = {}): string[] {
  return refusal(change, given).problems.map(({ code, property }) => `${code} ${property}`);
}

function problem(change: Record<string, unknown>): Problem | undefined {
  return refusal(change).problems[0];
}

describe("the account stack's config", () => {
  it("reads account1 as it is committed, given the passwords", () => {
    const stack = accountStack({ account: example, testUserPasswords: everyone, tenantId });
    expect(stack.federation).toMatchObject({
      tenantId,
      company: "Contoso",
      account: { id: "111122223333", name: "Account1" },
      protectFederation: true,
      conditionalAccess: { requireMfa: true, excludedGroupIds: ["b4ea6100-0000-4000-8000-000000000001"] },
    });
    expect(stack.members).toEqual({
      Administrator: ["Test-AWSAdmin@contoso.onmicrosoft.com"],
      Developer: ["Test-AWSDeveloper@contoso.onmicrosoft.com", "Test-AWSGuest@contoso.onmicrosoft.com"],
    });
    expect(stack.testUsers.map(({ key, args }) => [key, args.displayName, args.password])).toEqual([
      ["Test-AWSAdmin", "Test-AWSAdmin", password],
      ["Test-AWSDeveloper", "Test-AWSDeveloper", password],
      ["Test-AWSGuest", "Test-AWSGuest", password],
    ]);
  });

  it("reads account2 as it is committed, without test users", () => {
    const account = committed("account2")["entra-aws:account"];
    const stack = accountStack({ account, testUserPasswords: undefined, tenantId });
    expect(stack.testUsers).toEqual([]);
    expect(stack.members).toEqual({
      Administrator: ["Test-AWSAdmin@contoso.onmicrosoft.com"],
      Developer: ["Test-AWSDeveloper@contoso.onmicrosoft.com"],
    });
  });

  it.each(["account1", "account2"])("holds no password in what is committed of %s", (stack) => {
    expect(Object.keys(committed(stack))).not.toContain("entra-aws:testUserPasswords");
  });

  it("says what to set when there is none", () => {
    const missing = () => accountStack({ account: undefined, testUserPasswords: undefined, tenantId });
    expect(missing).toThrow(
      /account stack "entra-aws:account": 1 error[\s\S]*config-missing[\s\S]*Pulumi\.account1\.yaml/,
    );
  });

  it("names the nearest key for one that is misspelt", () => {
    expect(problem({ protectFedaration: true })).toMatchObject({
      code: "unknown-key",
      property: "protectFedaration",
      remedy: "did you mean protectFederation?",
    });
  });

  it("names the nearest key inside a role, too", () => {
    expect(problem({ roles: { Developer: { maxSessionDurations: 3600 } } })).toMatchObject({
      code: "unknown-key",
      property: "roles.Developer.maxSessionDurations",
      remedy: "did you mean maxSessionDuration?",
    });
  });

  it("tells misspelt keys and wrong values in one list", () => {
    const change = { protectFedaration: true, account: { id: "1", name: "Account1" }, sessionDuration: 1 };
    expect(refused(change)).toEqual([
      "unknown-key protectFedaration",
      "account-id-malformed account.id",
      "session-duration-out-of-range sessionDuration",
    ]);
  });

  it("tells every value of a wrong kind at once", () => {
    const change = { company: undefined, protectFederation: "yes", roles: { Developer: { managedPolicies: "A" } } };
    expect(refused(change)).toEqual([
      "value-missing company",
      "value-malformed roles.Developer.managedPolicies",
      "value-malformed protectFederation",
    ]);
  });

  it("asks for quotes around an account id that YAML took for a number", () => {
    expect(problem({ account: { id: 111122223333, name: "Account1" } })).toMatchObject({
      property: "account.id",
      given: "111122223333",
      expected: "text",
      remedy: "put it in quotes",
    });
  });

  it("refuses a test user without a password, and says how to set it", () => {
    const { problems } = refusal({}, { testUserPasswords: { ...everyone, "Test-AWSGuest": undefined } });
    expect(problems.map(({ property }) => property)).toEqual(["testUserPasswords.Test-AWSGuest"]);
    const missing = refusal({}, { testUserPasswords: { "Test-AWSAdmin": password, "Test-AWSDeveloper": password } });
    expect(missing.problems.map(({ code, property, remedy }) => [code, property, remedy])).toEqual([
      [
        "password-missing",
        "testUserPasswords.Test-AWSGuest",
        `pulumi config set --secret --path 'entra-aws:testUserPasswords["Test-AWSGuest"]'`,
      ],
    ]);
  });

  it("puts no name into a command that means something to a shell", () => {
    const testUsers = { "'; rm -rf ~; '": { userPrincipalName: "eve@contoso.com" } };
    const { problems } = refusal({ testUsers }, { testUserPasswords: {} });
    expect(problems.map(({ code, remedy }) => [code, remedy])).toEqual([
      ["password-missing", `pulumi config set --secret --path 'entra-aws:testUserPasswords["…"]'`],
    ]);
  });

  it("refuses a password that Entra's rule refuses, without repeating it", () => {
    const { message, problems } = refusal({}, { testUserPasswords: { ...everyone, "Test-AWSGuest": "hunter-hunter" } });
    expect(problems.map(({ code, property }) => [code, property])).toEqual([
      ["password-complexity", "testUserPasswords.Test-AWSGuest"],
    ]);
    expect(message).not.toContain("hunter");
  });

  it("does not repeat passwords of a wrong kind either", () => {
    expect(refusal({}, { testUserPasswords: "hunter-hunter" }).message).not.toContain("hunter");
  });

  it("refuses a password that belongs to nobody", () => {
    expect(refused({}, { testUserPasswords: { ...everyone, "Test-AWSGest": password } })).toEqual([
      "password-without-user testUserPasswords",
    ]);
  });

  it("refuses a member that is no user principal name, and one that stands twice", () => {
    const members = ["Developers", "alice@contoso.com", "Alice@contoso.com"];
    expect(refused({ roles: { Developer: { members } } })).toEqual([
      "member-malformed roles.Developer.members[0]",
      "member-repeated roles.Developer.members[2]",
    ]);
  });

  it("refuses a tenant that is not the provider's", () => {
    expect(refused({ tenantId: "00000000-0000-4000-8000-000000000001" })).toEqual(["tenants-differ tenantId"]);
  });

  it("takes one tenant in two spellings", () => {
    const given = { account: { ...example, tenantId: tenantId.toUpperCase() }, testUserPasswords: everyone, tenantId };
    expect(() => accountStack(given)).not.toThrow();
  });

  it("refuses a config without any tenant", () => {
    expect(refused({}, { tenantId: undefined })).toEqual(["object-id-malformed tenantId"]);
  });

  it("takes everything that is there already by its id, a test user without a password", () => {
    const arn = (resource: string) => `arn:aws:iam::111122223333:${resource}`;
    const id = "0e0e0000-0000-4000-8000-000000000001";
    const { federation, testUsers } = accountStack({
      account: {
        ...example,
        roleMode: "imported",
        existingApplicationObjectId: id,
        existingSamlProviderArn: arn("saml-provider/Older"),
        existingProvisioningUserArn: arn("user/Provisioner"),
        roles: { Developer: { existingRoleArn: arn("role/Developer"), existingGroupObjectId: id } },
        testUsers: { alice: { userPrincipalName: "alice@contoso.com", existingObjectId: id } },
      },
      testUserPasswords: undefined,
      tenantId,
    });
    expect(federation).toMatchObject({ existingProvisioningUserArn: arn("user/Provisioner") });
    expect(testUsers.map(({ args }) => args)).toEqual([
      { userPrincipalName: "alice@contoso.com", existingObjectId: id },
    ]);
  });

  it("refuses a password for a user who has one, without repeating it", () => {
    const testUsers = { alice: { userPrincipalName: "alice@contoso.com", existingObjectId: tenantId } };
    const given = { testUserPasswords: { alice: password } };
    expect(refused({ testUsers }, given)).toEqual(["setting-of-existing-thing testUserPasswords.alice"]);
    expect(refusal({ testUsers }, given).message).not.toContain(password);
  });

  it("takes an inline policy as an object", () => {
    const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:List*", Resource: "*" }] };
    const account = { ...example, roles: { Developer: { inlinePolicies: { List: document } } } };
    const { federation } = accountStack({ account, testUserPasswords: everyone, tenantId });
    expect(federation.roles["Developer"]?.inlinePolicies).toEqual({ List: JSON.stringify(document) });
  });
});
