import { expect, it } from "vitest";
import { permissionsOf } from "#core/aws/permissions";
import { readPolicy } from "#core/aws/policy";
import { findEscalations, type Escalation } from "./find-escalations";

function escalations(Action: unknown, more: object = {}): readonly Escalation[] {
  const { document } = readPolicy({ Statement: [{ Effect: "Allow", Action, Resource: "*", ...more }] });
  return findEscalations(permissionsOf({ identity: [{ id: "policy", document: document ?? "unknown" }] }, 0));
}

const folded = (Action: unknown): unknown =>
  escalations(Action).map(({ method, variants }) => [method.name, ...variants.map(({ name }) => name)]);

it("explains one path once, with the methods that contain it", () => {
  expect(folded(["iam:AttachRolePolicy", "iam:UpdateAssumeRolePolicy"])).toEqual([
    ["AttachRolePolicy", "AttachRolePolicyThenUpdateAssumeRolePolicy"],
    ["UpdateRolePolicyToAssumeIt"],
  ]);
});

it("explains all of IAM by its pattern", () => {
  const names = escalations("iam:*").map(({ method }) => method.name);
  expect(names[0]).toBe("OverPermissiveIAM");
  expect(names.filter((name) => name.startsWith("Put") && name.endsWith("Policy"))).toEqual([]);
});

it("tells the path on the resource that it reaches", () => {
  const paths = (Resource: unknown): unknown =>
    escalations("sts:AssumeRole", { Resource }).map(({ path, confidence, keys }) => ({ path, confidence, keys }));
  const role = "arn:aws:iam::111122223333:role";
  expect(paths(`${role}/team/Admin`)).toEqual([
    { path: `\`sts:AssumeRole\` on "${role}/team/Admin" → becomes role "Admin"`, confidence: "exploitable", keys: [] },
  ]);
  expect(paths([`${role}/A*`, `${role}/B`])).toEqual([
    {
      path: `\`sts:AssumeRole\` on "${role}/A*" and 1 more → becomes such a role`,
      confidence: "exploitable",
      keys: [],
    },
  ]);
  expect(paths(`${role}/\${aws:username}`)).toEqual([
    {
      path: `\`sts:AssumeRole\` on "${role}/\${aws:username}" → becomes such a role`,
      confidence: "conditional",
      keys: ["aws:username"],
    },
  ]);
});

it("marks what reaches only oneself", () => {
  const own = { Resource: "arn:aws:iam::*:user/${aws:username}" };
  expect(escalations("iam:CreateAccessKey", own).map(({ isOnOneself }) => isOnOneself)).toEqual([true]);
  expect(escalations("iam:PutUserPolicy", own).map(({ isOnOneself }) => isOnOneself)).toEqual([false]);
  expect(escalations("iam:CreateAccessKey").map(({ isOnOneself }) => isOnOneself)).toEqual([false]);
});
