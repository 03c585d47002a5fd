import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { namingGroups } from "./rule";

testExamples(namingGroups, examples);

describe("naming-groups", () => {
  const nameless = (properties: Record<string, unknown>): ReturnType<typeof stackOf> =>
    stackOf([{ type: "azuread:index/group:Group", name: "nameless", properties }]);

  it("leaves a group without a name to the provider, which refuses it", () => {
    expect(runRules([namingGroups], nameless({}), exampleSurroundings)).toEqual([]);
    expect(runRules([namingGroups], nameless({ displayName: 7 }), exampleSurroundings)).toEqual([]);
  });

  it("refuses a pattern with a placeholder that the convention does not know", () => {
    const found = runRules([namingGroups], [], exampleSurroundings, {
      "naming-groups": { pattern: "AWS-{acount}-{role}s" },
    });
    expect(found.map(({ outcome, rule }) => ({ outcome, rule }))).toEqual([
      { outcome: "failed", rule: "naming-groups" },
    ]);
    expect(found[0]?.message).toMatch(/^its option “pattern” must be /);
  });

  it("shows a hostile name as text", () => {
    const name = 'AWS-\u001b[2K\n"quoted"';
    expect(runRules([namingGroups], nameless({ displayName: name }), exampleSurroundings)[0]?.message).toContain(
      String.raw`the group "AWS-\u001b[2K\n\"quoted\"" has the prefix`,
    );
  });

  it("says what to do where the name is not known at preview", () => {
    const found = runRules([namingGroups], stackOf(examples.undetermined[0]?.resources ?? []), exampleSurroundings);
    expect(found[0]?.remedy).toMatch(/^Build the name from values that are known before the update/);
  });
});
