import { describe, expect, it } from "vitest";
import type { Statement } from "#core/aws/policy";
import { gatherFacts } from "..";
import { exampleSurroundings, stackOf } from "../../rules/example";
import { mentionedActions } from "./mentioned-actions";
import type { PolicyOfPrincipal } from "./principal-fact";

const [resource] = gatherFacts(
  stackOf([{ type: "aws:iam/role:Role", name: "r", properties: {} }]),
  exampleSurroundings,
).resources;

function policy(...statements: readonly Statement[]): PolicyOfPrincipal {
  if (resource === undefined) throw new Error("the stack is empty");
  return { id: "p", document: { Version: "2012-10-17", Statement: statements }, resource, property: "policy" };
}

const allow = (...Action: readonly string[]): PolicyOfPrincipal => policy({ Effect: "Allow", Action, Resource: ["*"] });

describe("mentionedActions", () => {
  it.each([
    ["the action, in other letters", [allow("IAM:passrole")], "iam:PassRole"],
    ["a pattern of its service", [allow("iam:Get*")], "iam:PassRole"],
    ["a pattern of its service, for a pattern", [allow("iam:P?ss*")], "iam:Put*"],
    ["a pattern of services", [allow("i*:Get*")], "iam:PassRole"],
    ["a star", [allow("*")], "iam:PassRole"],
    ["all but something", [policy({ Effect: "Allow", NotAction: ["iam:*"], Resource: ["*"] })], "iam:PassRole"],
    ["any of them, for a pattern of services", [allow("s3:GetObject")], "*:*"],
    ["it in the second policy", [allow("s3:*"), allow("iam:PassRole")], "iam:PassRole"],
    ["who knows what", [{ ...allow(), document: "unknown" as const }], "iam:PassRole"],
  ])("is true where the policies name %s", (_what, policies, action) => {
    expect(mentionedActions(policies)(action)).toBe(true);
  });

  it.each([
    ["nothing", [], "iam:PassRole"],
    ["another action of the service", [allow("iam:GetRole")], "iam:PassRole"],
    ["an action, for a pattern", [allow("iam:PutRolePolicy")], "iam:Put*"],
    ["patterns of another service", [allow("s3:*")], "iam:PassRole"],
    ["it in a Deny", [policy({ Effect: "Deny", Action: ["iam:*"], Resource: ["*"] })], "iam:PassRole"],
  ])("is not where they name %s", (_what, policies, action) => {
    expect(mentionedActions(policies)(action)).toBe(false);
  });
});
