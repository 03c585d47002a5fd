import { describe, expect, it } from "vitest";
import { error, hasErrors, InvalidArguments, missing, under, unknownKeyProblems, warning } from "#core/problems";

const details = { code: "account-id-malformed", property: "id", given: '"1"', expected: "12 digits" };

describe("under", () => {
  it("places properties below another one", () => {
    expect(under("account", [error(details)])).toEqual([{ severity: "error", ...details, property: "account.id" }]);
  });

  it("names the place alone where the problem is of the whole", () => {
    expect(under("account", [error({ ...details, property: "" })]).map(({ property }) => property)).toEqual([
      "account",
    ]);
  });
});

describe("hasErrors", () => {
  it("tells errors from warnings", () => {
    expect(hasErrors([warning(details)])).toBe(false);
    expect(hasErrors([warning(details), error(details)])).toBe(true);
  });
});

describe("missing", () => {
  it("says that nothing was given", () => {
    expect(missing("tenantId", "the id of the tenant")).toEqual({
      severity: "error",
      code: "missing",
      property: "tenantId",
      given: "nothing",
      expected: "the id of the tenant",
      remedy: undefined,
    });
  });
});

describe("unknownKeyProblems", () => {
  it("names the nearest key of a misspelt one", () => {
    expect(
      unknownKeyProblems({ maxSesionDuration: 3600, path: "/" }, ["maxSessionDuration", "path"], "roles.A"),
    ).toEqual([
      {
        severity: "error",
        code: "unknown-key",
        property: "roles.A.maxSesionDuration",
        given: '"maxSesionDuration"',
        expected: "one of maxSessionDuration, path",
        remedy: "did you mean maxSessionDuration?",
      },
    ]);
  });

  it("guesses nothing where nothing is near", () => {
    expect(unknownKeyProblems({ colour: "red" }, ["path"], "").map(({ remedy }) => remedy)).toEqual([undefined]);
  });
});

describe("InvalidArguments", () => {
  it("is an error that Pulumi's host prints as its message alone", () => {
    // What `RunError.isInstance` of @pulumi/pulumi looks for; core itself knows no Pulumi.
    expect(new InvalidArguments("AccountFederation", "account1", []).__pulumiRunError).toBe(true);
  });
});
