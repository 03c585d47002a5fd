import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultNaming, matchesPattern, nameKinds, nameOf, namingProblems, readingsOf } from "#core/naming";

const values = {
  company: "Contoso",
  account: "Account1",
  accountId: "111122223333",
  role: "Developer",
  samlProvider: "EntraID",
};

describe("nameOf", () => {
  it.each([
    ["application", "Contoso AWS Account1 (111122223333)"],
    ["group", "AWS-Account1-Developers"],
    ["role", "Developer"],
    ["samlProvider", "EntraID"],
    ["provisioningUser", "Svc-EntraProvisioning-Account1"],
    ["claimsPolicy", "AWS Account1 claims"],
    ["boundary", "EntraFederationBoundary"],
    ["conditionalAccessPolicy", "AWS Console – MFA – Account1"],
    ["appRole", "Developer,EntraID"],
  ] as const)("names the %s %s", (kind, name) => {
    expect(nameOf(kind, values)).toBe(name);
  });

  it("takes one pattern from the overrides and the rest from the convention", () => {
    const overrides = { group: "aws.{account}.{role}" };
    expect(nameOf("group", values, overrides)).toBe("aws.Account1.Developer");
    expect(nameOf("role", values, overrides)).toBe("Developer");
  });

  it("never expands a value again, nor obeys replacement signs in it", () => {
    expect(nameOf("group", { account: "{role}$&", role: "X" })).toBe("AWS-{role}$&-Xs");
  });

  it("refuses to make a name without a value that its pattern wants", () => {
    expect(() => nameOf("group", { account: "Account1" })).toThrow(
      new RangeError('the name of the group ("AWS-{account}-{role}s") needs {role}'),
    );
  });
});

describe("matchesPattern", () => {
  it("reads the values back from a name", () => {
    expect(matchesPattern("application", "Contoso AWS Account1 (111122223333)")).toEqual({
      company: "Contoso",
      account: "Account1",
      accountId: "111122223333",
    });
  });

  it.each([
    ["group", "AWS-Account1-Developer"],
    ["group", "aws-Account1-Developers"],
    ["group", "AWS--Developers"],
    ["application", "Contoso AWS Account1 (11112222333)"],
    ["samlProvider", "EntraID2"],
  ] as const)("does not take %s %s for one of ours", (kind, name) => {
    expect(matchesPattern(kind, name)).toBeUndefined();
  });

  it("reads an ambiguous name with the longest account, and in all ways when asked", () => {
    expect(matchesPattern("group", "AWS-Prod-EU-Developers")).toEqual({ account: "Prod-EU", role: "Developer" });
    expect([...readingsOf("group", "AWS-Prod-EU-Developers")]).toEqual([
      { account: "Prod-EU", role: "Developer" },
      { account: "Prod", role: "EU-Developer" },
    ]);
  });

  it("reads an ambiguous name in the one way that fits what is known", () => {
    expect(matchesPattern("group", "AWS-Prod-EU-Developers", { known: { account: "Prod" } })).toEqual({
      account: "Prod",
      role: "EU-Developer",
    });
  });

  it("reads a placeholder that stands twice as one value", () => {
    const overrides = { group: "{account}-{role}-{account}" };
    expect(matchesPattern("group", "A-R-A", { overrides })).toEqual({ account: "A", role: "R" });
    expect(matchesPattern("group", "A-R-B", { overrides })).toBeUndefined();
  });

  it("finds the values that made a name among its readings, whatever they are", () => {
    const name = fc.stringMatching(/^[A-Za-z0-9+=,.@_-]{1,12}$/);
    fc.assert(
      fc.property(name, name, fc.constantFrom(...nameKinds), (account, role, kind) => {
        const made = nameOf(kind, { ...values, account, role });
        const readings = [...readingsOf(kind, made)].map((reading) => nameOf(kind, { ...values, ...reading }));
        expect(new Set(readings)).toEqual(new Set([made]));
        expect([...readingsOf(kind, made, { known: { account, role } })]).toHaveLength(1);
      }),
    );
  });

  it("answers at once for hostile names", () => {
    const started = performance.now();
    expect(matchesPattern("group", `AWS-${"-".repeat(251)}`)).toBeUndefined();
    expect(matchesPattern("group", "x".repeat(1_000_000))).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("namingProblems", () => {
  it("has nothing against the convention itself", () => {
    expect(namingProblems(defaultNaming)).toEqual([]);
  });

  it.each([
    ["group", "AWS-{acount}-{role}", "error pattern-unknown-placeholder", "did you mean {account}?"],
    ["samlProvider", "Entra-{role}", "error pattern-unknown-placeholder", undefined],
    ["application", "{company} {samlProvider} {account}", "error pattern-unknown-placeholder", undefined],
    ["group", "AWS-{account-{role}", "error pattern-stray-brace", undefined],
    ["group", "AWS-{account}{role}", "error pattern-ambiguous", undefined],
    ["group", "AWS-{account}", "error pattern-without-role", undefined],
    ["group", "AWS-{role}", "warning pattern-without-account", undefined],
    ["application", "{company} AWS", "warning pattern-without-account", undefined],
    ["boundary", "", "error pattern-blank", undefined],
    ["boundary", " Boundary", "error pattern-blank", undefined],
  ] as const)("finds fault with %s %j: %s", (kind, pattern, fault, remedy) => {
    const problems = namingProblems({ [kind]: pattern });
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([fault]);
    expect(problems[0]?.property).toBe(`naming.${kind}`);
    if (remedy !== undefined) expect(problems[0]?.remedy).toBe(remedy);
  });

  it("finds a kind that does not exist, with the nearest", () => {
    const problems = namingProblems({ groups: "AWS-{role}" } as object);
    expect(problems.map(({ code, remedy }) => [code, remedy])).toEqual([["unknown-key", "did you mean group?"]]);
  });
});
