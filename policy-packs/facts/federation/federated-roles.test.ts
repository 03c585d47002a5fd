import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf, unknownAtPreview, type ExampleResource } from "../../rules/example";
import { gatherFacts } from "../stack-facts";
import { federatedRoles } from "./federated-roles";

const arn = "arn:aws:iam::111122223333:saml-provider/EntraID";

const provider = (known: unknown): ExampleResource => ({
  type: "aws:iam/samlProvider:SamlProvider",
  name: "provider",
  properties: { name: "EntraID", arn: known },
});

const role = (assumeRolePolicy: unknown, from?: ExampleResource["from"]): ExampleResource => ({
  type: "aws:iam/role:Role",
  name: "role",
  properties: { name: "Developer", assumeRolePolicy },
  ...(from && { from }),
});

const trust = (statement: object): string =>
  JSON.stringify({ Statement: { Effect: "Allow", Action: "sts:AssumeRoleWithSAML", ...statement } });

const told = (...resources: readonly ExampleResource[]): readonly unknown[] =>
  federatedRoles(gatherFacts(stackOf(resources), exampleSurroundings)).map(({ resource, providers }) => [
    resource.name,
    providers.map((each) => [each.arn, each.resource?.name]),
  ]);

describe("federatedRoles", () => {
  it.each([
    ["known", arn, "provider"],
    ["not known yet", unknownAtPreview, "provider"],
    ["another's", "arn:aws:iam::444455556666:saml-provider/EntraID", undefined],
  ])("finds the provider of a trust policy where its ARN is %s", (_how, known, name) => {
    expect(told(provider(known), role(trust({ Principal: { Federated: arn } })))).toEqual([["role", [[arn, name]]]]);
  });

  it("finds the provider that an unknown trust policy is made of", () => {
    expect(told(provider(unknownAtPreview), role(unknownAtPreview, { assumeRolePolicy: ["provider"] }))).toEqual([
      ["role", [[undefined, "provider"]]],
    ]);
  });

  it.each([
    ["a wildcard in the action", { Action: "sts:*", Principal: { Federated: [arn, arn] } }],
    ["NotAction of something else", { Action: undefined, NotAction: "sts:TagSession", Principal: { Federated: arn } }],
  ])("takes %s for a sign-in", (_what, statement) => {
    expect(told(role(trust(statement)))).toEqual([["role", [[arn, undefined]]]]);
  });

  it.each([
    ["a Deny", trust({ Effect: "Deny", Principal: { Federated: arn } })],
    ["another action", trust({ Action: "sts:TagSession", Principal: { Federated: arn } })],
    ["an OIDC provider", trust({ Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/x" } })],
    ["a service", trust({ Principal: { Service: "ec2.amazonaws.com" } })],
    ["everybody", trust({ Principal: "*" })],
    ["text that is no JSON", "{"],
    ["what only the update tells, from nowhere", unknownAtPreview],
  ])("leaves out a role that trusts %s", (_whom, policy) => {
    expect(told(role(policy))).toEqual([]);
  });
});
