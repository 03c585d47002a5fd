import { describe, expect, it } from "vitest";
import { existingUserProblems } from "./existing-user";

const alice = {
  objectId: "0e0e0000-0000-4000-8000-000000000001",
  userPrincipalName: "alice@contoso.com",
  accountEnabled: true,
};

describe("existingUserProblems", () => {
  it("takes the user of that name, in any letter case", () => {
    expect(existingUserProblems(alice, "Alice@Contoso.com", "existingObjectId")).toEqual([]);
  });

  it("refuses somebody else, in place of letting them in", () => {
    expect(existingUserProblems(alice, "bob@contoso.com", "existingObjectId")).toMatchObject([
      {
        severity: "error",
        code: "existing-user-other-name",
        given: `"${alice.objectId}", the user "alice@contoso.com"`,
        expected: 'that of "bob@contoso.com"',
      },
    ]);
  });

  it("refuses a user whom the stack has made, and would delete", () => {
    const held = { ...alice, holder: "urn:pulumi:dev::p::azuread:index/user:User::alice" };
    const problems = existingUserProblems(held, alice.userPrincipalName, "existingObjectId");
    expect(problems.map(({ code }) => code)).toEqual(["existing-thing-of-this-stack"]);
  });

  it("warns of an account that is disabled", () => {
    const problems = existingUserProblems({ ...alice, accountEnabled: false }, alice.userPrincipalName, "x");
    expect(problems.map(({ severity, code }) => [severity, code])).toEqual([["warning", "existing-user-disabled"]]);
  });
});
