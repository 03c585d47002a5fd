import { describe, expect, it } from "vitest";
import { doctorGraphPermissions, doctorPolicy } from "./doctor-permissions";
import { assumeRolesOf } from "./stack-aws";
import { planOf } from "./testing.test-support";

const deployer = "arn:aws:iam::111122223333:role/ops/Deployer";

describe("what the doctor itself reads", () => {
  it("is about the deployer's role alone where it is known, and else about whoever of the account", () => {
    const resources = (arn?: string) => doctorPolicy(planOf(), arn).Statement.map(({ Resource }) => Resource);
    expect(resources(deployer)).toEqual([[deployer], ["*"]]);
    expect(resources()[0]).toEqual(["arn:aws:iam::111122223333:role/*", "arn:aws:iam::111122223333:user/*"]);
  });

  it("changes nothing", () => {
    const actions = doctorPolicy(planOf()).Statement.flatMap(({ Action = [] }) => Action);
    expect(actions.filter((action) => !/^iam:(Get|List|Simulate)/.test(action))).toEqual([]);
  });

  it("is the licence, where it matters, and nothing that the deployer has anyway", () => {
    expect(doctorGraphPermissions(planOf())).toEqual(["Organization.Read.All"]);
    expect(doctorGraphPermissions(planOf({ conditionalAccess: undefined }))).toEqual([]);
  });
});

describe("the roles that a stack's provider takes", () => {
  const roles = [{ roleArn: deployer, sessionName: "me" }];

  it.each([
    [roles, roles],
    [JSON.stringify(roles), roles],
    ["[", []],
    [undefined, []],
    [[{ externalId: "x" }], []],
  ])("of config %j are %j", (config, expected) => {
    expect(assumeRolesOf(config)).toEqual(expected);
  });
});
