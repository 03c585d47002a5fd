import { describe, expect, it } from "vitest";
import { parsePolicy } from "#core/aws/policy";
import { exampleSurroundings, stackOf } from "../../rules/example";
import { gatherFacts } from "../stack-facts";
import { allowsEverything } from "./administrators";
import type { PolicyOfPrincipal } from "../iam";

const [resource] = gatherFacts(
  stackOf([{ type: "t:policy", name: "policy", properties: {} }]),
  exampleSurroundings,
).resources;
if (resource === undefined) throw new Error("the stack has one resource");

const policy = (more: Partial<PolicyOfPrincipal>): PolicyOfPrincipal => ({
  id: "policy",
  document: "unknown",
  resource,
  property: "policy",
  ...more,
});

function documentOf(statement: object): PolicyOfPrincipal {
  const parsed = parsePolicy({ Statement: { Effect: "Allow", Action: "*", Resource: "*", ...statement } });
  if ("malformed" in parsed) throw new Error(parsed.malformed.message);
  return policy({ document: parsed.document });
}

describe("allowsEverything", () => {
  it.each([
    ["arn:aws:iam::aws:policy/AdministratorAccess", "yes"],
    ["arn:aws-cn:iam::aws:policy/AdministratorAccess", "yes"],
    ["arn:aws:iam::aws:policy/AdministratorAccess-Amplify", "no"],
    ["arn:aws:iam::111122223333:policy/AdministratorAccess", "unknown"],
    [undefined, "unknown"],
  ] as const)("answers for %s without a document: %s", (arn, answer) => {
    expect(allowsEverything(policy(arn === undefined ? {} : { arn }))).toBe(answer);
  });

  it.each([
    [{}, "yes"],
    [{ Action: ["s3:*", "*:*"] }, "yes"],
    [{ Action: "**", Resource: ["arn:aws:s3:::x", "**"] }, "yes"],
    [{ Effect: "Deny" }, "no"],
    [{ Action: "iam:*" }, "no"],
    [{ Resource: "arn:aws:s3:::*" }, "no"],
    [{ Condition: { Bool: { "aws:SecureTransport": "true" } } }, "no"],
  ] as const)("answers for the statement %j: %s", (statement, answer) => {
    expect(allowsEverything(documentOf(statement))).toBe(answer);
  });
});
