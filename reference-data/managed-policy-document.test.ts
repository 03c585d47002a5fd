import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { managedPolicyDocument } from "./managed-policy-document";

it("finds a document by its whole ARN, path included", () => {
  expect(managedPolicyDocument("arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess")?.Statement[0]?.Effect).toBe("Allow");
  const serviceRole = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
  expect(managedPolicyDocument(serviceRole)?.Statement).toEqual([
    {
      Effect: "Allow",
      Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: ["*"],
    },
  ]);
  expect(managedPolicyDocument("arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole")).toBeUndefined();
});

it.each([
  "arn:aws:iam::111122223333:policy/AmazonSQSReadOnlyAccess",
  "arn:aws-cn:iam::aws:policy/AmazonSQSReadOnlyAccess",
  "arn:aws:iam::aws:policy/NoSuchPolicy",
  "arn:aws:iam::aws:policy/",
  'arn:aws:iam::aws:policy/"\n',
  "AmazonSQSReadOnlyAccess",
  "",
])("knows no document of %j", (arn) => {
  expect(managedPolicyDocument(arn)).toBeUndefined();
});

it("knows AdministratorAccess in every partition", () => {
  const all = [{ Effect: "Allow", Action: ["*"], Resource: ["*"] }];
  for (const partition of ["aws", "aws-cn", "aws-us-gov"]) {
    expect(managedPolicyDocument(`arn:${partition}:iam::aws:policy/AdministratorAccess`)?.Statement).toEqual(all);
  }
});

it("reads every policy of the file", () => {
  const text = readFileSync(join(__dirname, "managed-policies/documents.json"), "utf8");
  const suffixes = Object.keys(JSON.parse(text) as object);
  expect(suffixes.length).toBeGreaterThan(1500);
  const missing = suffixes.filter((suffix) => managedPolicyDocument(`arn:aws:iam::aws:policy/${suffix}`) === undefined);
  expect(missing).toEqual([]);
});
