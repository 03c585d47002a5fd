import { describe, expect, it } from "vitest";

import { seedTenant } from "../seed";
import { setAppRoles } from "./app-roles";
import { instantiateTemplate } from "./applications";
import type { AppRole } from "./model";

let count = 0;
const step = { now: new Date("2026-11-24T18:00:00Z"), newId: () => `id-${++count}` };

function prepared() {
  const tenant = seedTenant();
  const templateId = "8b1025e4-1dd2-430b-a150-2ef79cd700f5";
  const { application } = instantiateTemplate(tenant, { templateId, displayName: "AWS" }, step);
  const set = (appRoles: AppRole[]) => {
    setAppRoles(tenant, { applicationId: application.id, appRoles });
  };
  return { application, set, template: application.appRoles };
}

function role(id: string, change: Partial<AppRole> = {}): AppRole {
  return {
    id,
    allowedMemberTypes: ["User"],
    displayName: id,
    description: id,
    isEnabled: true,
    value: `value-${id}`,
    origin: "Application",
    ...change,
  };
}

describe("setAppRoles", () => {
  const message = "Permission (scope or role) cannot be deleted or updated unless disabled first.";

  it("refuses to change or remove an enabled role, and does both once it is disabled", () => {
    const { application, set, template } = prepared();
    set([...template, role("a")]);
    expect(() => {
      set([...template, role("a", { description: "changed" })]);
    }).toThrow(message);
    expect(() => {
      set(template);
    }).toThrow(message);
    set([...template, role("a", { isEnabled: false })]);
    set([...template, role("a", { description: "changed" })]);
    set([...template, role("a", { description: "changed", isEnabled: false })]);
    set(template);
    expect(application.appRoles).toEqual(template);
  });

  it.each([
    ["id, whatever its letter case", [role("a"), role("A", { value: "other" })]],
    ["value", [role("a"), role("b", { value: "value-a" })]],
  ])("refuses two roles with the same %s", (_what, roles) => {
    const { set, template } = prepared();
    expect(() => {
      set([...template, ...roles]);
    }).toThrow("Property appRoles contains a duplicate id or value.");
  });

  it("takes 700 roles and refuses 701, disabled ones counted", () => {
    const { application, set, template } = prepared();
    const many = (length: number) => Array.from({ length }, (_, index) => role(`r${index}`, { isEnabled: index > 0 }));
    expect(() => {
      set([...template, ...many(700)]);
    }).toThrow("701 app roles and scopes; at most 700");
    set([...template, ...many(699)]);
    expect(application.appRoles).toHaveLength(700);
  });
});
