import { describe, expect, it } from "vitest";
import { roleArn, samlProviderArn } from "#core/aws";
import { appRoleValue, appRoleValueProblems, parseAppRoleValue } from "#core/entra";

const accountId = "111122223333";
const arns = {
  roleArn: roleArn({ accountId, name: "Developer" }),
  samlProviderArn: samlProviderArn({ accountId, name: "EntraID" }),
};

describe("appRoleValue", () => {
  it("is the role's ARN, a comma and the provider's, without spaces", () => {
    expect(appRoleValue(arns)).toBe(
      "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID",
    );
  });
});

describe("parseAppRoleValue", () => {
  it("takes both orders", () => {
    expect(parseAppRoleValue(appRoleValue(arns))).toEqual(arns);
    expect(parseAppRoleValue(`${arns.samlProviderArn},${arns.roleArn}`)).toEqual(arns);
  });

  it("takes a role whose name has commas, in both orders", () => {
    const odd = { ...arns, roleArn: roleArn({ accountId, path: "/a,b/", name: "x,y" }) };
    expect(parseAppRoleValue(appRoleValue(odd))).toEqual(odd);
    expect(parseAppRoleValue(`${odd.samlProviderArn},${odd.roleArn}`)).toEqual(odd);
  });

  it.each([
    "",
    "msiam_access",
    arns.roleArn,
    `${arns.roleArn},${arns.roleArn}`,
    `${arns.roleArn}, ${arns.samlProviderArn}`,
    `${arns.roleArn},${arns.samlProviderArn},${arns.samlProviderArn}`,
  ])("takes %j for no pair", (value) => {
    expect(parseAppRoleValue(value)).toBeUndefined();
  });
});

describe("appRoleValueProblems", () => {
  // The value is 31 + path and name + 1 + 46 characters long.
  const withPath = (length: number) => ({
    ...arns,
    roleArn: roleArn({ accountId, path: `/${"x".repeat(length - appRoleValue(arns).length - 1)}/`, name: "Developer" }),
  });

  it("takes 240 characters: 239 for both ARNs, as the importer wants, and the comma", () => {
    expect(appRoleValue(withPath(240))).toHaveLength(240);
    expect(appRoleValueProblems(withPath(240), "roles.Developer")).toEqual([]);
  });

  it("warns of 241 to 249, which a later role import would skip", () => {
    for (const length of [241, 249]) {
      expect(appRoleValueProblems(withPath(length), "roles.Developer")).toMatchObject([
        { severity: "warning", code: "app-role-value-not-importable", property: "roles.Developer" },
      ]);
    }
  });

  it("refuses 250", () => {
    expect(appRoleValueProblems(withPath(250), "roles.Developer")).toMatchObject([
      {
        severity: "error",
        code: "app-role-value-too-long",
        expected: "at most 249 characters for both with a comma (these have 250)",
      },
    ]);
  });
});
