import { describe, expect, it } from "vitest";

import { iamLimits } from "#core/aws";
import { deployerPolicies } from "./deployer-policy";
import type { DeployedRole, DeployerScope } from "./deployer-scope";
import { fitStatements } from "./fit-statements";
import { policyProblems, policySize } from "./policy-problems";
import { serializePolicy } from "./serialize-policy";

// That it is enough, and no more: emulators/aws/provider/deployer-policy.test.ts.

const accountId = "111122223333";
const boundaryArn = `arn:aws:iam::${accountId}:policy/EntraFederationBoundary`;
const s3 = "arn:aws:iam::aws:policy/AmazonS3FullAccess";

const statementsOf = (scope: Partial<DeployerScope>) =>
  deployerPolicies({ accountId, ...scope }).flatMap(({ Statement }) => Statement);
const sidsOf = (scope: Partial<DeployerScope>) => statementsOf(scope).map(({ Sid }) => Sid);

const manyRoles = (count: number, change: (index: number) => Partial<DeployedRole> = () => ({})): DeployedRole[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `Role-${index}-${"x".repeat(40)}`,
    path: "/federated/",
    managedPolicyArns: [s3],
    ...change(index),
  }));

describe("deployerPolicies", () => {
  it("says nothing of what a stack does not have", () => {
    expect(deployerPolicies({ accountId })).toEqual([]);
    expect(sidsOf({ existingRoles: [{ name: "Auditor" }], existingSamlProvider: { name: "EntraID" } })).toEqual([
      "ReadExistingRoles",
      "ReadProvider",
    ]);
    expect(sidsOf({ roles: [{ name: "Plain" }] })).toEqual(["ReadRoles", "CreateRoles", "WriteRoles"]);
  });

  it("names ARNs, never a wildcard", () => {
    const everything = statementsOf({
      roles: manyRoles(3),
      samlProvider: { name: "EntraID" },
      boundary: { name: "EntraFederationBoundary" },
      provisioningUser: { name: "Svc" },
      tagged: true,
    });
    expect(everything.flatMap(({ Resource = [] }) => Resource).filter((arn) => arn.includes("*"))).toEqual([]);
    expect(everything.flatMap(({ Action = [] }) => Action).filter((action) => action.includes("*"))).toEqual([]);
  });

  it("knows the partition", () => {
    const [read] = statementsOf({ partition: "aws-cn", roles: [{ name: "R", path: "/a/" }] });
    expect(read?.Resource).toEqual(["arn:aws-cn:iam::111122223333:role/a/R"]);
  });

  it("lets a role be made with its boundary only, and get its own policies only", () => {
    const admin = "arn:aws:iam::aws:policy/AdministratorAccess";
    const statements = statementsOf({
      roles: [
        { name: "A", managedPolicyArns: [s3, admin], permissionsBoundaryArn: boundaryArn },
        { name: "B", managedPolicyArns: [admin, s3] },
        { name: "C", managedPolicyArns: [s3] },
      ],
    });
    const arn = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
    const conditional = statements.filter(({ Condition, Sid }) => Condition !== undefined || Sid === "CreateRoles");
    expect(conditional.map(({ Sid, Resource, Condition }) => [Sid, Resource, Condition])).toEqual([
      ["CreateBoundedRoles1", [arn("A")], { StringEquals: { "iam:PermissionsBoundary": [boundaryArn] } }],
      ["CreateRoles", [arn("B"), arn("C")], undefined],
      ["AttachPolicies1", [arn("A"), arn("B")], { ArnEquals: { "iam:PolicyARN": [admin, s3] } }],
      ["AttachPolicies2", [arn("C")], { ArnEquals: { "iam:PolicyARN": [s3] } }],
    ]);
  });

  it.each([
    ["of one kind", manyRoles(200)],
    ["each with its own policies", manyRoles(60, (n) => ({ managedPolicyArns: [`arn:aws:iam::aws:policy/P${n}`] }))],
  ])("fits managed policies with many roles %s, and leaves none out", (_, roles) => {
    const scope = { accountId, roles, tagged: true };
    const documents = deployerPolicies(scope);
    expect(documents.length).toBeGreaterThan(1);
    for (const document of documents) {
      expect(policyProblems(serializePolicy(document), "managed", "policy")).toEqual([]);
      const sids = document.Statement.map(({ Sid }) => Sid);
      expect(new Set(sids).size).toBe(sids.length);
    }
    const read = documents.flatMap(({ Statement }) =>
      Statement.flatMap(({ Sid = "", Resource = [] }) => (Sid.startsWith("ReadRoles") ? Resource : [])),
    );
    expect(new Set(read).size).toBe(roles.length);
  });
});

describe("fitStatements", () => {
  const statement = (resources: number) => ({
    Sid: "Read",
    Effect: "Allow" as const,
    Action: ["iam:GetRole"],
    Resource: Array.from({ length: resources }, (_, index) => `arn:aws:iam::111122223333:role/R${index}`),
  });
  const size = policySize(serializePolicy({ Version: "2012-10-17", Statement: [statement(4)] }));

  it("cuts a statement that is one character too long, and leaves one that fits", () => {
    expect(fitStatements([statement(4)], size)).toHaveLength(1);
    const cut = fitStatements([statement(4)], size - 1);
    expect(cut.map(({ Statement }) => Statement.map(({ Resource }) => Resource?.length))).toEqual([[2], [2]]);
  });

  it("gives parts of a statement that meet in a document names of their own", () => {
    const document = fitStatements([statement(1), statement(1)], iamLimits.managedPolicySize);
    expect(document[0]?.Statement.map(({ Sid }) => Sid)).toEqual(["Read", "ReadPart2"]);
  });

  it("refuses a limit that no statement fits", () => {
    expect(() => fitStatements([statement(1)], 50)).toThrow("statement Read does not fit a policy of 50 characters");
  });
});
