import { describe, expect, it } from "vitest";
import { describeProblems, error, InvalidArguments, shown, warning } from "#core/problems";

const accountId = error({
  code: "account-id-malformed",
  property: "account.id",
  given: shown("123"),
  expected: "12 digits",
});
const policy = warning({
  code: "managed-policy-unknown",
  property: "roles.Developer.managedPolicies[0]",
  given: shown("AmazonS3FulAccess"),
  expected: "a managed policy of AWS that is known here",
  remedy: "did you mean AmazonS3FullAccess?",
});

describe("describeProblems", () => {
  it("lists errors before warnings, each with what was given, what is expected and what to do", () => {
    expect(describeProblems("AccountFederation", "account1", [policy, accountId])).toBe(
      [
        'AccountFederation "account1": 1 error, 1 warning',
        "",
        "  error  account.id  (account-id-malformed)",
        '    given     "123"',
        "    expected  12 digits",
        "",
        "  warning  roles.Developer.managedPolicies[0]  (managed-policy-unknown)",
        '    given     "AmazonS3FulAccess"',
        "    expected  a managed policy of AWS that is known here",
        "    to do     did you mean AmazonS3FullAccess?",
      ].join("\n"),
    );
  });

  it("counts more than one", () => {
    const [head] = describeProblems("AccountFederation", "account1", [accountId, accountId]).split("\n");
    expect(head).toBe('AccountFederation "account1": 2 errors');
  });

  it("lets no given text add a line, a terminal command or a change of reading direction", () => {
    const hostile = { ...accountId, given: "1\n  error  forged\u001b[2J\u202e\u2028" };
    const text = describeProblems("AccountFederation", "account1", [hostile]);
    expect(text).toContain("given     1\\u{a}  error  forged\\u{1b}[2J\\u{202e}\\u{2028}");
    expect(text.split("\n")).toHaveLength(5);
  });
});

describe("InvalidArguments", () => {
  const thrown = new InvalidArguments("AccountFederation", "account1", [accountId, policy]);

  it("has the whole list as its message and keeps the problems", () => {
    expect(thrown.message).toBe(describeProblems("AccountFederation", "account1", [accountId, policy]));
    expect(thrown.problems).toEqual([accountId, policy]);
    expect([thrown.component, thrown.instance, thrown.name]).toEqual([
      "AccountFederation",
      "account1",
      "InvalidArguments",
    ]);
  });

  it("shows no stack trace to whoever prints its stack", () => {
    expect(thrown.stack).toBe(thrown.message);
  });
});
