import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf } from "../../rules/example";
import { allowing, iamRole, rolePolicy } from "../../rules/iam-examples";
import { gatherFacts } from "../stack-facts";
import { actionsOnEverything, isEverything } from "./actions-on-everything";
import { principals } from "./principals";

describe("isEverything", () => {
  it.each([
    ["*", true],
    ["arn:aws:s3:::*", true],
    ["arn:aws:s3:::*/*", true],
    ["arn:aws:s3:::reports/*", false],
    ["arn:aws:kms:*:111122223333:key/*", true],
    ["arn:aws:kms:*:111122223333:key/7f0c*", false],
    ["arn:aws:sqs:*:*:*", true],
    ["arn:aws:sqs:*:*:orders", false],
    ["arn:aws:ssm:*:*:parameter/*", true],
    ["arn:aws:ssm:*:*:parameter/shop/*", false],
  ])("%s: %s", (resource, expected) => {
    expect(isEverything(resource)).toBe(expected);
  });
});

describe("actionsOnEverything", () => {
  it("asks 800 principals 160 actions in well under a second", () => {
    const actions = Array.from({ length: 160 }, (_, index) => `s${index % 20}:Action${index}`);
    const many = Array.from({ length: 800 }, (_, index) => [
      iamRole(`r${index}`),
      rolePolicy(
        `r${index}`,
        allowing(["s3:*", "s4:Action4"], index % 2 === 0 ? "*" : `arn:aws:s3:::bucket${index}/*`),
      ),
    ]).flat();
    const stack = gatherFacts(stackOf(many), exampleSurroundings);
    const roles = principals(stack);
    const start = performance.now();
    const found = roles.map((role) => actionsOnEverything(stack, role, actions).actions.length);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(found.slice(0, 4)).toEqual([9, 0, 9, 0]);
  });
});
