import { describe, expect, it } from "vitest";
import { InvalidArguments } from "#core/problems";
import { explicitProviders, mockedClouds } from "../../test/mocked-clouds";
import { registrations, valueOf } from "../../test/mocked-engine";
import { planTestUser, TestUser, type TestUserArgs } from "./test-user";

const password = "Made-up-passw0rd";
const args: TestUserArgs = { userPrincipalName: "Test-AWSAdmin@contoso.onmicrosoft.com", password };

function refusalOf(change: Partial<TestUserArgs>): InvalidArguments | undefined {
  try {
    planTestUser("admin", { ...args, ...change });
  } catch (refusal) {
    if (refusal instanceof InvalidArguments) return refusal;
    throw refusal;
  }
  return undefined;
}

const someone = "0e0e0000-0000-4000-8000-000000000001";

describe("TestUser", () => {
  it("registers the user under itself, with a secret password whose changes are ignored", async () => {
    const program = () => new TestUser("admin", args, explicitProviders());
    const registered = await registrations(program, mockedClouds({ preview: true }));
    const [user, ...others] = registered.filter(({ parent }) => parent === "admin");
    expect(others).toEqual([]);
    expect(user).toMatchObject({
      type: "azuread:index/user:User",
      name: "admin-user",
      provider: "the-tenant",
      ignoreChanges: ["password"],
    });
    expect(user?.inputs).toEqual({
      userPrincipalName: "Test-AWSAdmin@contoso.onmicrosoft.com",
      displayName: "Test-AWSAdmin",
      accountEnabled: true,
      forcePasswordChange: false,
      password: { secret: password },
    });
  });

  it("shows the password in clear to nobody", async () => {
    const registered = await registrations(() => new TestUser("admin", args), mockedClouds());
    const inClear = registered.filter(({ inputs }) => inputs["password"] === password);
    expect(inClear).toEqual([]);
  });

  it.each<[what: string, change: Partial<TestUserArgs>, codes: string[]]>([
    ["a password of 8 characters", { password: "aB3-aB3-" }, []],
    ["a password of 7 characters", { password: "aB3-aB3" }, ["password-length"]],
    ["a password of two kinds of characters", { password: "lower-lower" }, ["password-complexity"]],
    ["a password with the user's name", { password: "Test-AWSAdmin-1" }, ["password-contains-user-name"]],
    ["a user principal name without domain", { userPrincipalName: "admin" }, ["user-principal-name-malformed"]],
  ])("judges %s", (_what, change, codes) => {
    expect(refusalOf(change)?.problems.map(({ code }) => code) ?? []).toEqual(codes);
  });

  it("takes a user who is there, and makes none", async () => {
    const existing = { userPrincipalName: args.userPrincipalName, existingObjectId: someone };
    const engine = mockedClouds();
    const user = { objectId: someone, userPrincipalName: args.userPrincipalName, accountEnabled: true };
    const answers = { ...engine.answers, "azuread:index/getUser:getUser": () => user };
    const found: unknown[] = [];
    const registered = await registrations(
      async () => found.push(await valueOf(new TestUser("admin", existing, explicitProviders()).objectId)),
      { ...engine, answers },
    );
    expect(registered.filter(({ parent }) => parent === "admin")).toEqual([]);
    expect(found).toEqual([someone]);
  });

  it("refuses settings that would change a user who is there, and repeats no password", () => {
    const refusal = refusalOf({ existingObjectId: someone, displayName: "x", forcePasswordChange: true });
    expect(refusal?.problems.map(({ code, property }) => [code, property])).toEqual([
      ["setting-of-existing-thing", "displayName"],
      ["setting-of-existing-thing", "forcePasswordChange"],
      ["setting-of-existing-thing", "password"],
    ]);
    expect(refusal?.message).not.toContain(password);
  });

  it("asks for a password where the user is new", () => {
    expect(refusalOf({ password: undefined })?.problems).toMatchObject([{ code: "missing", property: "password" }]);
  });

  it("never repeats a password that it refuses", () => {
    const refusal = refusalOf({ password: "hunter-hunter" });
    expect(refusal?.message).toMatch(/TestUser "admin"[\s\S]*password/);
    expect(refusal?.message).not.toContain("hunter");
  });

  it("warns of a guest's name, which AWS refuses as session name", () => {
    const userPrincipalName = "eve_example.com#EXT#@contoso.onmicrosoft.com";
    const { warnings } = planTestUser("eve", { ...args, userPrincipalName });
    expect(warnings.map(({ severity, code }) => [severity, code])).toEqual([["warning", "session-name-guest"]]);
  });
});
