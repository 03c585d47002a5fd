import { describe, expect, it } from "vitest";
import { importObstacles } from "#core/aws/role-import";
import type { AccountRole } from "./account-roles";
import { judgeRoles, type RoleFacts } from "./judge-roles";

const account = "arn:aws:iam::111122223333";
const provider = `${account}:saml-provider/EntraID`;

function role(name: string, statement: object = {}): AccountRole {
  const trust = { Effect: "Allow", Principal: { Federated: provider }, Action: "sts:AssumeRoleWithSAML", ...statement };
  const trustPolicy = JSON.stringify({ Version: "2012-10-17", Statement: [trust] });
  return { arn: `${account}:role/${name}`, name, path: "/", trustPolicy };
}

const tagging = { Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"] };
const service = { Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" };
const appRole = (name: string, enabled = true) => ({
  id: `id-of-${name}`,
  value: `${account}:role/${name},${provider}`,
  enabled,
});
const planned = (...keys: string[]) => keys.map((key) => ({ key, arn: `${account}:role/${key}` }));

function judge(facts: Partial<RoleFacts> & { roles?: AccountRole[] }) {
  const { roles = [], ...rest } = facts;
  const nothing = { planned: [], appRoles: [], assignedAppRoleIds: new Set<string>() };
  return judgeRoles({ ...nothing, account: { id: "111122223333", roles }, ...rest });
}

describe("a role of the stack", () => {
  it.each([
    ["imported, and assigned", role("A"), [appRole("A")], { state: "imported", assigned: true, appRoleId: "id-of-A" }],
    ["waiting before the first cycle", role("A"), [], { state: "waiting", assigned: false }],
    ["waiting while its app role is disabled", role("A"), [appRole("A", false)], { state: "waiting" }],
  ])("is %s", (_what, given, appRoles, expected) => {
    const assignedAppRoleIds = new Set(["id-of-A"]);
    const [verdict] = judge({ planned: planned("A"), roles: [given], appRoles, assignedAppRoleIds });
    expect(verdict).toMatchObject({ key: "A", arn: `${account}:role/A`, ...expected });
    expect(verdict).not.toHaveProperty("reason");
  });

  it("is skipped with the importer's reason and what to do", () => {
    expect(judge({ planned: planned("A"), roles: [role("A", tagging)] })).toEqual([
      {
        key: "A",
        arn: `${account}:role/A`,
        state: "skipped",
        assigned: false,
        reason: "several-actions",
        message: "the trust policy allows 2 actions: sts:AssumeRoleWithSAML, sts:TagSession",
        remedy: importObstacles["several-actions"].remedy,
      },
    ]);
  });

  it.each([true, false])("is withdrawn when it was imported once (app role enabled: %s)", (enabled) => {
    const [verdict] = judge({ planned: planned("A"), roles: [role("A", tagging)], appRoles: [appRole("A", enabled)] });
    expect(verdict).toMatchObject({ state: "withdrawn", reason: "several-actions", appRoleId: "id-of-A" });
  });

  it("is told when it trusts no SAML provider at all, and when it is not there", () => {
    expect(judge({ planned: planned("A", "B"), roles: [role("A", service)] })).toMatchObject([
      { key: "A", state: "skipped", reason: "no-saml-provider" },
      { key: "B", state: "missing", remedy: "run pulumi up, which makes it" },
    ]);
  });
});

describe("other roles of the account", () => {
  it("are told when people sign in to them by SAML, and only then", () => {
    const roles = [role("Legacy"), role("Tagged", tagging), role("Ec2", service), role("A")];
    const verdicts = judge({ planned: planned("A"), roles, appRoles: [appRole("Legacy")] });
    expect(verdicts.map(({ arn, key, state }) => [arn.replace(`${account}:role/`, ""), key, state])).toEqual([
      ["A", "A", "waiting"],
      ["Legacy", undefined, "imported"],
      ["Tagged", undefined, "skipped"],
    ]);
  });

  it("are told when only an app role is left of them, and only of this account", () => {
    const foreign = {
      ...appRole("Foreign"),
      value: appRole("Foreign").value.replaceAll("111122223333", "444455556666"),
    };
    const verdicts = judge({ appRoles: [appRole("Gone", false), foreign, { id: "x", value: "other", enabled: true }] });
    expect(verdicts).toEqual([
      {
        arn: `${account}:role/Gone`,
        key: undefined,
        state: "missing",
        appRoleId: "id-of-Gone",
        assigned: false,
        message: "an app role is left of it, disabled",
      },
    ]);
  });

  it("that are gone are to lose the assignments that they have", () => {
    const given = { appRoles: [appRole("Gone")], assignedAppRoleIds: new Set(["id-of-Gone"]) };
    expect(judge(given)).toMatchObject([
      { message: "an app role is left of it, which the next cycle disables", remedy: "remove its assignments" },
    ]);
  });
});
