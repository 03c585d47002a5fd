import { SimulatePrincipalPolicyCommand } from "@aws-sdk/client-iam";
import { describe, expect, it } from "vitest";

import { createPolicy } from "../state/managed-policies";
import { attachRolePolicy, putRolePolicy } from "../state/role-policies";
import { createRole, roleOf } from "../state/roles";
import { putUserPolicy } from "../state/user-policies";
import { createUser } from "../state/users";
import { federate } from "../testing/federation";
import { clients, refusal, serveWith } from "../testing/served-accounts";

// Judge: the genuine AWS SDK for JavaScript 3, against AWS's documented fields (2026-11-24).

const arnOf = (resource: string): string => `arn:aws:iam::111122223333:${resource}`;

function policy(...statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

async function simulator() {
  const served = await serveWith((handle) => {
    handle.change((draft, invention) => {
      federate(draft);
      const { trustPolicy } = roleOf(draft, "Developer");
      const document = policy({ Effect: "Allow", Action: ["iam:Get*", "iam:AttachRolePolicy"], Resource: "*" });
      createPolicy(draft, { name: "Boundary", document }, invention);
      createRole(
        draft,
        { name: "Ops", path: "/team/", trustPolicy, permissionsBoundary: arnOf("policy/Boundary") },
        invention,
      );
      const PolicyARN = "arn:aws:iam::aws:policy/SecurityAudit";
      const statements = [
        { Effect: "Allow", Action: "iam:*", Resource: arnOf("role/*") },
        {
          Effect: "Deny",
          Action: "iam:AttachRolePolicy",
          Resource: "*",
          Condition: { ArnNotEquals: { "iam:PolicyARN": PolicyARN } },
        },
      ];
      putRolePolicy(draft, { role: "Ops", name: "Own", document: policy(...statements) });
      createUser(draft, { name: "Svc" }, invention);
      putUserPolicy(draft, {
        user: "Svc",
        name: "Own",
        document: policy({ Effect: "Allow", Action: "iam:GetUser", Resource: "*" }),
      });
      attachRolePolicy(draft, { role: "Developer", policyArn: "arn:aws:iam::aws:policy/SecurityAudit" });
    });
  });
  return clients(served.url, served.credentials("111122223333")).iam;
}

describe("the policy simulator", () => {
  it("decides each action on each resource by policies and boundary", async () => {
    const iam = await simulator();
    const { EvaluationResults } = await iam.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: arnOf("role/team/Ops"),
        ActionNames: ["iam:GetRole", "iam:CreateRole", "iam:AttachRolePolicy"],
        ResourceArns: [arnOf("role/Developer"), arnOf("user/Svc")],
      }),
    );
    expect(EvaluationResults?.map((one) => [one.EvalActionName, one.EvalResourceName, one.EvalDecision])).toEqual([
      ["iam:GetRole", arnOf("role/Developer"), "allowed"],
      ["iam:GetRole", arnOf("user/Svc"), "implicitDeny"],
      ["iam:CreateRole", arnOf("role/Developer"), "implicitDeny"],
      ["iam:CreateRole", arnOf("user/Svc"), "implicitDeny"],
      ["iam:AttachRolePolicy", arnOf("role/Developer"), "explicitDeny"],
      ["iam:AttachRolePolicy", arnOf("user/Svc"), "explicitDeny"],
    ]);
  });

  it("reads the context that it is given, and pages", async () => {
    const iam = await simulator();
    const question = {
      PolicySourceArn: arnOf("role/team/Ops"),
      ActionNames: ["iam:AttachRolePolicy", "iam:GetRole"],
      ResourceArns: [arnOf("role/Developer")],
      ContextEntries: [
        {
          ContextKeyName: "iam:PolicyARN",
          ContextKeyType: "string" as const,
          ContextKeyValues: ["arn:aws:iam::aws:policy/SecurityAudit"],
        },
      ],
      MaxItems: 1,
    };
    const first = await iam.send(new SimulatePrincipalPolicyCommand(question));
    expect([first.EvaluationResults?.[0]?.EvalDecision, first.IsTruncated]).toEqual(["allowed", true]);
    const second = await iam.send(new SimulatePrincipalPolicyCommand({ ...question, Marker: first.Marker }));
    expect([second.EvaluationResults?.[0]?.EvalActionName, second.IsTruncated]).toEqual(["iam:GetRole", false]);
  });

  it("knows users, and all resources where none is named", async () => {
    const iam = await simulator();
    const { EvaluationResults } = await iam.send(
      new SimulatePrincipalPolicyCommand({ PolicySourceArn: arnOf("user/Svc"), ActionNames: ["iam:GetUser"] }),
    );
    expect(EvaluationResults).toMatchObject([{ EvalResourceName: "*", EvalDecision: "allowed" }]);
  });

  it("refuses a principal that is not there, as one of another path is", async () => {
    const iam = await simulator();
    const PolicySourceArn = arnOf("role/Ops");
    expect(
      await refusal(iam.send(new SimulatePrincipalPolicyCommand({ PolicySourceArn, ActionNames: ["iam:GetRole"] }))),
    ).toBe(`NoSuchEntityException: ${PolicySourceArn} does not exist.`);
  });
});
