import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { directoryRoles } from "./rule";

testExamples(directoryRoles, examples);

describe("directory-roles", () => {
  it("takes a role id that is a word of JavaScript for a role that it does not know", () => {
    const assignment = {
      type: "azuread:index/directoryRoleAssignment:DirectoryRoleAssignment",
      name: "assignment",
      properties: { roleId: "constructor", principalObjectId: "id" },
    };
    expect(runRules([directoryRoles], stackOf([assignment]), exampleSurroundings, { scopes: ["tenant"] })).toEqual([]);
  });

  it("refuses a number of administrators that is none", () => {
    const found = runRules([directoryRoles], [], exampleSurroundings, {
      scopes: ["tenant"],
      "directory-roles": { most: 1.5 },
    });
    expect(found.map(({ outcome, message }) => ({ outcome, message }))).toEqual([
      { outcome: "failed", message: "its option “most” must be a whole number, 0 or more" },
    ]);
  });
});
