import { expect, it } from "vitest";
import type { PolicyDocument, Statement } from "#core/aws/policy";
import { servicesNamed } from "./services-named";

const documentOf = (...statements: readonly Omit<Statement, "Effect">[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })),
});

it("names each service of actions and condition keys once, in lower case", () => {
  const documents = [
    documentOf({ Action: ["S3:Get*", "s3:PutObject"], Condition: { StringEquals: { "ec2:Region": ["x"] } } }),
    documentOf({ NotAction: ["iam:*"] }),
  ];
  expect(servicesNamed(documents)).toEqual(["ec2", "iam", "s3"]);
});

it("keeps wildcards of a prefix, and passes over what names no service", () => {
  const condition = { Bool: { "aws:SecureTransport": ["true"] } };
  expect(servicesNamed([documentOf({ Action: ["*", "*:*", "s*:Get*", "nonsense"], Condition: condition })])).toEqual([
    "s*",
  ]);
});
