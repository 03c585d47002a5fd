import { describe, expect, it } from "vitest";
import { documentProblems, type DocumentUse, type PolicyDocument, type Statement } from "#core/aws/policy";

const named: Statement = { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["*"] };
const forEverybody: Statement = { Effect: "Allow", Action: ["s3:GetObject"], Principal: "*" };

const problemsOf = (use: DocumentUse, statement: Statement, Version: PolicyDocument["Version"] = "2012-10-17") =>
  documentProblems({ Version, Statement: [statement] }, use).map(({ path, message }) => `${path}: ${message}`);

describe("documentProblems", () => {
  it.each([
    ["identity", named, []],
    ["identity", { ...named, Resource: undefined, NotResource: ["x"] }, []],
    [
      "identity",
      forEverybody,
      [
        "Statement[0]: expected no Principal in an identity-based policy",
        "Statement[0]: expected a Resource in an identity-based policy",
      ],
    ],
    ["trust", forEverybody, []],
    [
      "trust",
      named,
      ["Statement[0]: expected a Principal in a trust policy", "Statement[0]: expected no Resource in a trust policy"],
    ],
    ["resource", forEverybody, []],
    ["resource", { ...forEverybody, Resource: ["*"] }, []],
    ["resource", named, ["Statement[0]: expected a Principal in a resource-based policy"]],
    ["organisation", named, []],
    ["organisation", { ...named, Principal: "*" }, []],
  ] as const)("knows what a statement of an %s policy needs: %j", (use, statement, expected) => {
    expect(problemsOf(use, statement)).toEqual(expected);
  });

  it("lets only services' own policies have spaces in a Sid", () => {
    const sid = { Sid: "Read it" };
    expect(problemsOf("identity", { ...named, ...sid })).toEqual([
      "Statement[0].Sid: expected a Sid of letters and digits only",
    ]);
    expect(problemsOf("resource", { ...forEverybody, ...sid })).toEqual([]);
  });

  it("wants the newer version, of services' own policies where there is a variable", () => {
    const old = "2008-10-17";
    const variable = { ...forEverybody, Condition: { StringLike: { "s3:prefix": ["${aws:username}"] } } };
    expect(problemsOf("trust", forEverybody, old)).toEqual(["Version: expected the version 2012-10-17"]);
    expect(problemsOf("resource", forEverybody, old)).toEqual([]);
    expect(problemsOf("resource", variable, old)).toEqual([
      "Version: expected the version 2012-10-17, since in older policies ${…} is plain text and no variable",
    ]);
  });
});
