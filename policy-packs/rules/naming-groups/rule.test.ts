import { describe, expect, it } from "vitest";
import { stackOf } from "../example";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { namingGroups } from "./rule";

describe.each(Object.entries(examples))("%s", (_outcome, list) => {
  it.each(list)("$title", ({ resources, settings, findings }) => {
    const found = runRules([namingGroups], stackOf(resources), { "naming-groups": settings });
    const comparable = found.map(({ resource, outcome, property, message }) => ({
      resource: resource?.name,
      outcome,
      property,
      message,
    }));
    expect(comparable).toEqual(findings);
  });
});

describe("naming-groups", () => {
  const nameless = (properties: Record<string, unknown>): ReturnType<typeof stackOf> =>
    stackOf([{ type: "azuread:index/group:Group", name: "nameless", properties }]);

  it("leaves a group without a name to the provider, which refuses it", () => {
    expect(runRules([namingGroups], nameless({}))).toEqual([]);
    expect(runRules([namingGroups], nameless({ displayName: 7 }))).toEqual([]);
  });

  it("refuses a pattern with a placeholder that the convention does not know", () => {
    const found = runRules([namingGroups], [], { "naming-groups": { pattern: "AWS-{acount}-{role}s" } });
    expect(found.map(({ outcome, rule }) => ({ outcome, rule }))).toEqual([
      { outcome: "failed", rule: "naming-groups" },
    ]);
    expect(found[0]?.message).toMatch(/^its option “pattern” must be /);
  });

  it("shows a hostile name as text", () => {
    const name = 'AWS-\u001b[2K\n"quoted"';
    expect(runRules([namingGroups], nameless({ displayName: name }))[0]?.message).toContain(
      String.raw`the group "AWS-\u001b[2K\n\"quoted\"" has the prefix`,
    );
  });

  it("says what to do where the name is not known at preview", () => {
    const found = runRules([namingGroups], stackOf(examples.undetermined[0]?.resources ?? []));
    expect(found[0]?.remedy).toMatch(/^Build the name from values that are known before the update/);
  });
});
