import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf, type ExampleResource } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { iamPasswordPolicy } from "./rule";

testExamples(iamPasswordPolicy, examples);

describe("iam-password-policy", () => {
  const right = examples.passing[0]?.resources ?? [];
  const messages = (resources: readonly ExampleResource[]): readonly string[] =>
    runRules([iamPasswordPolicy], stackOf(resources), exampleSurroundings, { scopes: ["account"] }).map(
      ({ message }) => message,
    );
  const withSetting = (setting: object): readonly ExampleResource[] =>
    right.map((resource) => ({ ...resource, properties: { ...resource.properties, ...setting } }));

  it("takes 24 passwords that may not be used again as right (compliance-policies reports it as wrong)", () => {
    expect(messages(withSetting({ passwordReusePrevention: 24 }))).toEqual([]);
  });

  it.each(["14", null, {}])("takes %j for a setting that is not set", (minimumPasswordLength) => {
    expect(messages(withSetting({ minimumPasswordLength }))).toEqual([
      "the password policy's minimumPasswordLength is not set; expected is at least 14",
    ]);
  });
});
