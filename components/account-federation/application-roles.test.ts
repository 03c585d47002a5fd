import { describe, expect, it } from "vitest";
import { appRoleValue } from "#core/entra";
import { appRoleId } from "#core/naming";
import { sketchAccountFederation } from "./account-federation-sketch";
import { type FoundAppRole, importedIdProblems, judgeApplicationRoles } from "./application-roles";
import { RoleMode } from "./role-mode";
import type { AccountFederationArgs } from "./account-federation-args";

const accountId = "111122223333";
const args: AccountFederationArgs = {
  tenantId: "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
  company: "Contoso",
  account: { id: accountId, name: "Account1" },
  roles: { Administrator: {}, Developer: { path: "/team/" } },
};
const { roles } = sketchAccountFederation(args);
const id = (digit: number) => `9999000${digit}-0000-4000-8000-000000000001`;
const msiam: FoundAppRole = { id: id(0), value: "", enabled: true };

function appRole(key: string, change: Partial<FoundAppRole> = {}): FoundAppRole {
  const plan = roles.find((role) => role.key === key);
  const arns = { roleArn: plan?.arn ?? "", samlProviderArn: plan?.role.samlProviderArn ?? "" };
  return { id: id(1), value: appRoleValue(arns), enabled: true, ...change };
}

const judge = (mode: RoleMode, found: FoundAppRole[]) => judgeApplicationRoles({ accountId, mode, roles }, found);

describe("judgeApplicationRoles", () => {
  it.each(Object.values(RoleMode))("finds nothing in the way of mode %s in a fresh application", (mode) => {
    expect(judge(mode, [])).toEqual({ written: {}, problems: [] });
    expect(judge(mode, [msiam])).toEqual({ written: {}, problems: [] });
  });

  it("finds imported app roles by role and provider, in either order, whatever they are called", () => {
    const { value } = appRole("Developer");
    const [role = "", provider = ""] = value.split(",");
    const found = [msiam, appRole("Administrator"), appRole("Developer", { id: id(2), value: `${provider},${role}` })];
    expect(judge(RoleMode.Imported, found)).toEqual({
      written: { Administrator: id(1), Developer: id(2) },
      problems: [],
    });
  });

  it("takes no app role of another provider, path or account for one of its own", () => {
    const others = [
      appRole("Developer").value.replace("saml-provider/EntraID", "saml-provider/Other"),
      appRole("Developer").value.replace("/team/", "/"),
      appRole("Developer").value.replaceAll(accountId, "444455556666"),
    ];
    const found = others.map((value, index) => ({ id: id(index), value, enabled: true }));
    expect(judge(RoleMode.Imported, found)).toEqual({ written: {}, problems: [] });
    expect(judge(RoleMode.Declared, found)).toEqual({ written: {}, problems: [] });
  });

  it("keeps the assignment of an app role that is disabled, with a warning", () => {
    const { written, problems } = judge(RoleMode.Imported, [appRole("Developer", { enabled: false })]);
    expect(written).toEqual({ Developer: id(1) });
    expect(problems.map(({ severity, code, property }) => `${severity} ${code} ${property}`)).toEqual([
      "warning imported-app-role-disabled roles.Developer",
    ]);
  });

  it("refuses to import into an application whose app roles a program has written, even one that is gone from the config", () => {
    const gone = `arn:aws:iam::${accountId}:role/Gone,arn:aws:iam::${accountId}:saml-provider/EntraID`;
    for (const declared of [
      appRole("Developer", { id: appRoleId(accountId, "Developer").toUpperCase() }),
      { id: appRoleId(accountId, "Gone"), value: gone, enabled: false },
    ]) {
      const { written, problems } = judge(RoleMode.Imported, [declared, appRole("Administrator")]);
      expect(written).toEqual({});
      expect(problems).toMatchObject([
        {
          severity: "error",
          code: "role-mode-switched",
          property: "roleMode",
          remedy: expect.stringMatching(/destroy/) as string,
        },
      ]);
    }
  });

  it("refuses to declare app roles beside imported ones, and goes on with its own", () => {
    expect(
      judge(RoleMode.Declared, [appRole("Developer", { id: appRoleId(accountId, "Developer") })]).problems,
    ).toEqual([]);
    expect(judge(RoleMode.Declared, [appRole("Developer", { enabled: false })]).problems).toMatchObject([
      {
        severity: "error",
        code: "role-mode-switched",
        given: expect.stringContaining(`"Developer"`) as string,
        remedy: expect.stringMatching(/provisioning job .* first/) as string,
      },
    ]);
  });

  it("warns of declared app roles that somebody has disabled", () => {
    const own = appRole("Developer", { id: appRoleId(accountId, "Developer"), enabled: false });
    expect(judge(RoleMode.Declared, [own])).toMatchObject({
      written: {},
      problems: [
        {
          severity: "warning",
          code: "declared-app-role-disabled",
          property: "roles.Developer",
          remedy: expect.stringMatching(/provisioning job/) as string,
        },
      ],
    });
  });
});

describe("importedIdProblems", () => {
  const written = { Administrator: id(1), Developer: id(2) };
  const judgeIds = (importedAppRoleIds: Record<string, string>, found: Record<string, string> = written) => {
    const plan = sketchAccountFederation({ ...args, roleMode: RoleMode.Imported, importedAppRoleIds });
    return importedIdProblems(plan.roles, found).map(({ severity, code, property, expected }) => [
      `${severity} ${code} ${property}`,
      expected,
    ]);
  };

  it("takes the ids of what the service has written, in any case", () => {
    expect(judgeIds({ Administrator: id(1).toUpperCase(), Developer: id(2) })).toEqual([]);
    expect(judgeIds({}, {})).toEqual([]);
  });

  it("refuses the app role of another role, which would let its people into that one", () => {
    expect(judgeIds({ Administrator: id(1), Developer: id(1) })).toEqual([
      ["error imported-app-role-other importedAppRoleIds.Developer", `"${id(2)}"`],
    ]);
  });

  it("refuses an id of what is not written, and says which ids are and were not given", () => {
    expect(judgeIds({ Developer: id(2) }, { Administrator: id(1) })).toEqual([
      [
        "warning imported-app-role-not-given importedAppRoleIds.Administrator",
        `"${id(1)}", the app role that the provisioning service has written`,
      ],
      [
        "error imported-app-role-other importedAppRoleIds.Developer",
        "none: the provisioning service has not written this role yet",
      ],
    ]);
  });
});
