import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { applicationCredentials } from "./rule";

testExamples(applicationCredentials, examples);

describe("application-credentials", () => {
  it.each([0, -1, 1.5])("refuses %d as a number of days", (secretDays) => {
    const found = runRules([applicationCredentials], [], exampleSurroundings, {
      "application-credentials": { secretDays },
    });
    expect(found.map(({ outcome, message }) => ({ outcome, message }))).toEqual([
      { outcome: "failed", message: "its option “secretDays” must be a whole number of days, 1 or more" },
    ]);
  });

  it("never reads the secret itself", () => {
    const [secret] = stackOf([
      { type: "azuread:index/applicationPassword:ApplicationPassword", name: "secret", properties: {} },
    ]);
    const read: string[] = [];
    const watched = secret && { ...secret, read: (property: string) => (read.push(property), secret.read(property)) };
    runRules([applicationCredentials], watched ? [watched] : [], exampleSurroundings);
    expect(new Set(read)).toEqual(new Set(["startDate", "endDate", "endDateRelative"]));
  });
});
