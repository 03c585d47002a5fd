import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePolicy, type PolicyDocument } from "#core/aws/policy";
import { type DocumentRule, documentRule, firstOf, isDocumentRule } from "./document-rule";
import { exampleSurroundings, stackOf, unknownAtPreview, type ExampleResource } from "./example";
import { bucketPolicy, managedPolicy, managedPolicyWith, roleTrusting } from "./example-policies";
import { namingGroups } from "./naming-groups/rule";
import { policyAdministrator } from "./policy-administrator/rule";
import { policyAllowWithNot } from "./policy-allow-with-not/rule";
import { policyArnFitsAction } from "./policy-arn-fits-action/rule";
import { policyAssumeAnyRole } from "./policy-assume-any-role/rule";
import { policyConditionPitfalls } from "./policy-condition-pitfalls/rule";
import { policyFullServiceAccess } from "./policy-full-service-access/rule";
import { policyKnownNames } from "./policy-known-names/rule";
import { policyMfaCondition } from "./policy-mfa-condition/rule";
import { policyPassRole } from "./policy-pass-role/rule";
import { policyServiceLinkedRole } from "./policy-service-linked-role/rule";
import { policyStarActions } from "./policy-star-actions/rule";
import { policyStarResources } from "./policy-star-resources/rule";
import { policyValid } from "./policy-valid/rule";
import { surroundingsWith } from "./reference-data.test-support";
import { runRules } from "./run-rules";

const all = { Effect: "Allow", Action: "*", Resource: "*" };

function counting(uses: DocumentRule["uses"], aboutGrants = false): DocumentRule {
  return documentRule({
    id: "counting",
    title: "",
    severity: "low",
    why: "",
    fix: "",
    references: [],
    frameworks: [],
    options: {},
    uses,
    aboutGrants,
    judgeDocument: ({ Statement }) => Statement.map((_, index) => ({ path: `Statement[${index}]`, message: "seen" })),
  });
}

function seenBy(rule: DocumentRule, ...resources: readonly ExampleResource[]): readonly unknown[] {
  return runRules([rule], stackOf(resources), exampleSurroundings).map((finding) => [
    finding.resource?.name,
    finding.property,
    finding.outcome,
  ]);
}

describe("documentRule", () => {
  it("judges the documents of its uses and no other", () => {
    const resources = [managedPolicy(all, all), roleTrusting(all), bucketPolicy(all)];
    expect(seenBy(counting(["trust", "resource"]), ...resources)).toEqual([
      ["role", "assumeRolePolicy.Statement[0]", "violation"],
      ["bucket", "policy.Statement[0]", "violation"],
    ]);
  });

  it("says of a document that is known later that it is undetermined, and leaves a malformed one to policy-valid", () => {
    const unknown = managedPolicyWith(unknownAtPreview);
    expect(seenBy(counting(["identity"]), unknown)).toEqual([["policy", "policy", "undetermined"]]);
    expect(seenBy(counting(["identity"]), managedPolicyWith("{"))).toEqual([]);
  });

  it("passes over a boundary where it is about what is given, unless somebody has the policy too", () => {
    const arn = "arn:aws:iam::111122223333:policy/Policy";
    const bounded = { ...roleTrusting(), properties: { name: "Role", permissionsBoundary: arn } };
    const attached = {
      type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      name: "attachment",
      properties: { role: "Other", policyArn: arn },
    };
    const seen = [["policy", "policy.Statement[0]", "violation"]];
    expect(seenBy(counting(["identity"], true), managedPolicy(all), bounded)).toEqual([]);
    expect(seenBy(counting(["identity"], false), managedPolicy(all), bounded)).toEqual(seen);
    expect(seenBy(counting(["identity"], true), managedPolicy(all), bounded, attached)).toEqual(seen);
  });

  it("is told from other rules", () => {
    expect([counting([]), namingGroups].map(isDocumentRule)).toEqual([true, false]);
  });
});

describe("firstOf", () => {
  const findings = [1, 2, 3].map((each) => ({ path: `Statement[${each}]`, message: "seen" }));
  it("gives all that there are, or the first and the number of the others", () => {
    expect(firstOf(findings, 3)).toBe(findings);
    expect(firstOf(findings, 2).map(({ message }) => message)).toEqual([
      "seen",
      "seen",
      "1 more findings in this policy document",
    ]);
  });
});

describe("every rule on documents", () => {
  const surroundings = surroundingsWith("s3", "iam", "sts", "ec2", "kms");
  const rules: readonly DocumentRule[] = [
    policyAdministrator,
    policyAllowWithNot,
    policyArnFitsAction,
    policyAssumeAnyRole,
    policyConditionPitfalls,
    policyFullServiceAccess,
    policyKnownNames,
    policyMfaCondition,
    policyPassRole,
    policyServiceLinkedRole,
    policyStarActions,
    policyStarResources,
    policyValid,
  ] as readonly DocumentRule[];

  const judgeAll = (document: PolicyDocument): readonly string[] =>
    rules.flatMap((rule) =>
      rule.uses.flatMap((use) =>
        rule
          .judgeDocument(
            document,
            { use, services: surroundings.services },
            Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default])),
          )
          .map(({ path }) => path),
      ),
    );

  const action = fc.oneof(
    fc.constantFrom(
      "*",
      "*:*",
      "s3:*",
      "iam:PassRole",
      "iam:Pass*",
      "sts:AssumeRole",
      "s*:Get?",
      "ec2:*",
      ":",
      "",
      "x",
    ),
    fc.string({ unit: "binary", maxLength: 8 }),
  );
  const resource = fc.oneof(
    fc.constantFrom(
      "*",
      "arn:aws:*",
      "arn:aws:s3:::b/*",
      "arn:aws:iam::*:role/*",
      "arn:aws:ec2:*:*:*/${aws:x}",
      "",
      ":",
    ),
    fc.string({ unit: "binary", maxLength: 8 }),
  );
  const operator = fc.constantFrom("Bool", "BoolIfExists", "Null", "StringLike", "ForAllValues:ArnLike", "x", "");
  const key = fc.constantFrom(
    "aws:MultiFactorAuthPresent",
    "aws:ResourceTag/x",
    "aws:SourceArn",
    "s3:prefix",
    ":",
    "a.b:aud",
    "",
  );
  const values = fc.array(fc.constantFrom("true", "false", "*", "arn:aws:*:x", "\ud800"), { maxLength: 2 });
  const condition = fc.dictionary(operator, fc.dictionary(key, values, { maxKeys: 2 }), { maxKeys: 2 });
  const statement = fc.record(
    {
      Effect: fc.constantFrom("Allow", "Deny"),
      Action: fc.array(action, { minLength: 1, maxLength: 3 }),
      Resource: fc.array(resource, { minLength: 1, maxLength: 3 }),
      Condition: condition,
      Principal: fc.constantFrom("*", { Federated: ["x"] }, { AWS: ["*"] }),
      Sid: fc.string({ maxLength: 3 }),
    },
    { requiredKeys: ["Effect", "Action"] },
  );
  const negated = statement.map(({ Action, Resource, ...rest }) => ({
    ...rest,
    NotAction: Action,
    ...(Resource && { NotResource: Resource }),
  }));

  it("judges any document, and names places that are in it", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(statement, negated), { minLength: 1, maxLength: 4 }), (Statement) => {
        const parsed = parsePolicy({ Version: "2012-10-17", Statement });
        if ("malformed" in parsed) return;
        for (const path of judgeAll(parsed.document)) {
          const index = /^Statement\[(\d+)\]/.exec(path)?.[1];
          if (index !== undefined) expect(Number(index)).toBeLessThan(Statement.length);
          else expect(["", "Version"]).toContain(path);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it("is done with long names, long lists and patterns of stars in no time", () => {
    const stars = "*a".repeat(3000);
    const many = Array.from({ length: 20_000 }, (_, index) => `arn:aws:ec2:*:*:x${index}*y`);
    judgeAll({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: [`s3:${stars}`, `${stars}:x`, `s3:${"x".repeat(1_000_000)}`], Resource: [stars] },
        { Effect: "Allow", Action: ["ec2:*"], Resource: [`arn:aws:ec2:${stars}`] },
        { Effect: "Allow", Action: ["ec2:*"], Resource: many },
        {
          Effect: "Deny",
          Action: ["s3:Get*"],
          Resource: ["*"],
          Condition: { StringLike: { [`aws:${stars}`]: [stars] } },
        },
      ],
    });
  }, 10_000);
});
