import { describe, expect, it } from "vitest";
import { surroundingsWith } from "../reference-data.test-support";
import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { actions, iamDataExfiltration } from "./rule";

testExamples(iamDataExfiltration, examples);

describe("iam-data-exfiltration", () => {
  const surroundings = surroundingsWith(...new Set(actions.map((action) => action.slice(0, action.indexOf(":")))));

  it.each(actions)("names an action of AWS: %s", (action) => {
    const [prefix = "", name = ""] = action.split(":");
    expect(surroundings.services.service(prefix)?.actions.get(name.toLowerCase())?.name).toBe(name);
  });

  it("lists each action once, sorted", () => {
    expect(actions).toEqual([...new Set(actions)].sort());
  });
});
