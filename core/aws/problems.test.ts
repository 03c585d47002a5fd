import { describe, expect, it } from "vitest";
import {
  accountIdProblems,
  accountNameProblems,
  arnProblems,
  iamLimits,
  iamLimitSources,
  managedPolicyCountProblems,
  maxSessionDurationProblems,
  pathProblems,
  policyNameProblems,
  roleDescriptionProblems,
  roleNameProblems,
  roleNamesProblems,
  samlProviderNameProblems,
  sessionDurationProblems,
  sessionNameProblems,
  tagProblems,
  userNameProblems,
} from "#core/aws";
import type { Problem } from "#core/problems";

const codes = (problems: readonly Problem[]) => problems.map(({ severity, code }) => `${severity} ${code}`);

describe("accountIdProblems", () => {
  it("takes twelve digits", () => {
    expect(accountIdProblems("012345678901", "account.id")).toEqual([]);
  });

  it.each([
    ["11112222333", '"11112222333"', undefined],
    ["1111222233334", '"1111222233334"', undefined],
    ["1111-2222-3333", '"1111-2222-3333"', "leave out dashes and spaces"],
    [12345678901, "12345678901", "put it in quotes: a number loses its leading zeros"],
    ["１１１１２２２２３３３３", '"１１１１２２２２３３３３"', undefined],
    [undefined, "nothing", undefined],
  ])("refuses %j", (given, text, remedy) => {
    expect(accountIdProblems(given, "account.id")).toEqual([
      {
        severity: "error",
        code: "account-id-malformed",
        property: "account.id",
        given: text,
        expected: "12 digits",
        remedy,
      },
    ]);
  });
});

describe("accountNameProblems", () => {
  it("takes 40 characters and refuses 41", () => {
    expect(accountNameProblems("x".repeat(40), "account.name")).toEqual([]);
    expect(codes(accountNameProblems("x".repeat(41), "account.name"))).toEqual(["error account-name"]);
  });

  it.each(["", "Account1 ", "My account", "Konto\u20ac", "a\nb"])("refuses %j", (name) => {
    expect(codes(accountNameProblems(name, "account.name"))).toEqual(["error account-name"]);
  });
});

describe("IAM names", () => {
  it.each([
    ["role", roleNameProblems, 64],
    ["user", userNameProblems, 64],
    ["policy", policyNameProblems, 128],
    ["saml-provider", samlProviderNameProblems, 128],
  ] as const)("of a %s: %o takes its longest and refuses one more", (kind, problemsOf, longest) => {
    expect(problemsOf("x".repeat(longest), "name")).toEqual([]);
    expect(codes(problemsOf("x".repeat(longest + 1), "name"))).toEqual([`error ${kind}-name-too-long`]);
    expect(codes(problemsOf("", "name"))).toEqual([`error ${kind}-name-empty`]);
  });

  it("say the value, its length and the limit", () => {
    expect(roleNameProblems("x".repeat(65), "roles")).toEqual([
      {
        severity: "error",
        code: "role-name-too-long",
        property: "roles",
        given: `"${"x".repeat(65)}"`,
        expected: "at most 64 characters (this has 65)",
      },
    ]);
  });

  it.each(["A B", "Développeur", "a/b", "a\n", "a*"])("refuse %j as a role's name", (name) => {
    expect(codes(roleNameProblems(name, "roles"))).toEqual(["error role-name-characters"]);
  });

  it("take fewer signs for a SAML provider than for a role", () => {
    expect(roleNameProblems("a+=,.@-_", "name")).toEqual([]);
    expect(samlProviderNameProblems("a.-_", "name")).toEqual([]);
    expect(codes(samlProviderNameProblems("a@b", "name"))).toEqual(["error saml-provider-name-characters"]);
  });
});

describe("roleNamesProblems", () => {
  it("refuses names that differ only in capitals, whatever they are called", () => {
    const [problem] = roleNamesProblems(["Developer", "constructor", "developer"], "roles");
    expect(problem).toMatchObject({ code: "role-names-collide", given: '"Developer" and "developer"' });
    expect(roleNamesProblems(["Developer", "constructor", "__proto__"], "roles")).toEqual([]);
  });

  it("refuses an account without roles", () => {
    expect(codes(roleNamesProblems([], "roles"))).toEqual(["error roles-empty"]);
  });
});

describe("session durations", () => {
  it.each([
    [3599, ["error max-session-duration-out-of-range"]],
    [3600, []],
    [43_200, []],
    [43_201, ["error max-session-duration-out-of-range"]],
    [3600.5, ["error max-session-duration-out-of-range"]],
    [Number.NaN, ["error max-session-duration-out-of-range"]],
  ])("of a role: %d", (seconds, expected) => {
    expect(codes(maxSessionDurationProblems(seconds, "maxSessionDuration"))).toEqual(expected);
  });

  it.each([
    [899, ["error session-duration-out-of-range"]],
    [900, []],
    [3600, []],
    [3601, ["error session-duration-over-role"]],
    [43_201, ["error session-duration-out-of-range"]],
  ])("of the claim, with a role of 3600: %d", (seconds, expected) => {
    expect(codes(sessionDurationProblems(seconds, { Administrator: 3600, Developer: 43_200 }, "x"))).toEqual(expected);
  });

  it("name the role whose maximum the claim exceeds", () => {
    expect(sessionDurationProblems(7200, { Administrator: 3600 }, "sessionDuration")).toEqual([
      {
        severity: "error",
        code: "session-duration-over-role",
        property: "sessionDuration",
        given: "7200",
        expected: 'at most 3600, the longest session of role "Administrator"',
        remedy: 'lower it, or raise the maxSessionDuration of "Administrator": AWS refuses the sign-in otherwise',
      },
    ]);
  });
});

describe("role settings", () => {
  it.each(["/", "/team/", "/a/b/"])("take the path %s", (path) => {
    expect(pathProblems(path, "path")).toEqual([]);
  });

  it.each(["", "team", "/team", "team/", "//", "/a b/"])("refuse the path %j", (path) => {
    expect(codes(pathProblems(path, "path"))).toEqual(["error path-malformed"]);
  });

  it("take a path of 512 characters and refuse 513", () => {
    expect(pathProblems(`/${"x".repeat(510)}/`, "path")).toEqual([]);
    expect(codes(pathProblems(`/${"x".repeat(511)}/`, "path"))).toEqual(["error path-too-long"]);
  });

  it("take a description of 1,000 characters and refuse 1,001", () => {
    expect(roleDescriptionProblems("é".repeat(1000), "description")).toEqual([]);
    expect(codes(roleDescriptionProblems("x".repeat(1001), "description"))).toEqual([
      "error role-description-too-long",
    ]);
    expect(codes(roleDescriptionProblems("a – b", "description"))).toEqual(["error role-description-characters"]);
  });

  it("take 10 managed policies, warn of 11, refuse 26", () => {
    expect(managedPolicyCountProblems(10, "x")).toEqual([]);
    expect(codes(managedPolicyCountProblems(11, "x"))).toEqual(["warning managed-policies-too-many"]);
    expect(codes(managedPolicyCountProblems(25, "x"))).toEqual(["warning managed-policies-too-many"]);
    expect(codes(managedPolicyCountProblems(26, "x"))).toEqual(["error managed-policies-too-many"]);
  });
});

describe("arnProblems", () => {
  const expected = { partition: "aws", accountId: "111122223333", type: "policy" } as const;

  it("takes AWS itself for the owner of managed policies only", () => {
    expect(arnProblems("arn:aws:iam::aws:policy/ReadOnlyAccess", expected, "arn")).toEqual([]);
    const role = arnProblems("arn:aws:iam::aws:role/X", { ...expected, type: "role" }, "arn");
    expect(codes(role)).toEqual(["error arn-other-account"]);
  });

  it.each([
    ["arn:aws:iam::111122223333:policy/X", []],
    ["arn:aws:iam::aws:policy/AdministratorAccess", []],
    ["arn:aws:iam::444455556666:policy/X", ["error arn-other-account"]],
    ["arn:aws-cn:iam::111122223333:policy/X", ["error arn-other-partition"]],
    ["arn:aws-cn:iam::444455556666:policy/X", ["error arn-other-partition", "error arn-other-account"]],
    ["arn:aws:iam::111122223333:role/X", ["error arn-malformed"]],
    ["arn:aws:s3:::policy/X", ["error arn-malformed"]],
    ["AdministratorAccess", ["error arn-malformed"]],
  ])("judges %s", (arn, faults) => {
    expect(codes(arnProblems(arn, expected, "permissionsBoundary"))).toEqual(faults);
  });

  it("shows what an ARN of that kind looks like", () => {
    expect(arnProblems("X", expected, "x")[0]?.expected).toBe(
      "the ARN of a policy: arn:aws:iam::111122223333:policy/…",
    );
  });
});

describe("tagProblems", () => {
  it("takes what IAM takes", () => {
    expect(tagProblems({ "cost-center": "Größe 1/2", k: "" }, "tags")).toEqual([]);
  });

  it.each([
    [{ "aws:x": "1" }, ["error tag-key-reserved"]],
    [{ "": "1" }, ["error tag-key-empty"]],
    [{ a: "<b>" }, ["error tag-value-characters"]],
    [{ "a;b": "1" }, ["error tag-key-characters"]],
    [{ Owner: "1", owner: "2" }, ["error tag-keys-collide"]],
  ])("refuses %j", (tags, faults) => {
    expect(codes(tagProblems(tags as Record<string, string>, "tags"))).toEqual(faults);
  });

  it("takes 128 and 256 characters and 50 tags, and refuses one more of each", () => {
    expect(tagProblems({ ["k".repeat(128)]: "v".repeat(256) }, "tags")).toEqual([]);
    expect(codes(tagProblems({ ["k".repeat(129)]: "" }, "tags"))).toEqual(["error tag-key-too-long"]);
    expect(codes(tagProblems({ k: "v".repeat(257) }, "tags"))).toEqual(["error tag-value-too-long"]);
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, "v"]));
    expect(tagProblems(many(50), "tags")).toEqual([]);
    expect(codes(tagProblems(many(51), "tags"))).toEqual(["error tags-too-many"]);
  });
});

describe("sessionNameProblems", () => {
  const upn = (length: number) => `${"x".repeat(length - "@contoso.com".length)}@contoso.com`;

  it("takes 64 characters and warns of 65, with what to do", () => {
    expect(sessionNameProblems(upn(64), "members")).toEqual([]);
    expect(codes(sessionNameProblems(upn(65), "members"))).toEqual(["warning session-name-refused"]);
    expect(sessionNameProblems(upn(65), "members")[0]?.remedy).toContain("choose another source");
  });

  it("warns of guests", () => {
    const problems = sessionNameProblems("anna_fabrikam.com#EXT#@contoso.onmicrosoft.com", "members");
    expect(codes(problems)).toEqual(["warning session-name-guest"]);
    expect(problems[0]?.remedy).toContain("choose another source");
  });

  it.each(["o'neil@contoso.com", "a", ""])("warns of %j", (name) => {
    expect(codes(sessionNameProblems(name, "members"))).toEqual(["warning session-name-refused"]);
  });
});

describe("iamLimits", () => {
  it("each have a source", () => {
    expect(Object.keys(iamLimitSources).sort()).toEqual(Object.keys(iamLimits).sort());
  });
});
