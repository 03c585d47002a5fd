import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf, unknownAtPreview, type ExampleResource } from "../../rules/example";
import { gatherFacts } from "../stack-facts";
import { appRoles } from "./app-roles";

const pair = "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID";

const leadingTo = (...resources: readonly ExampleResource[]): readonly unknown[] =>
  appRoles(gatherFacts(stackOf(resources), exampleSurroundings)).map(({ resource, property, leadsTo, application }) => [
    resource.name,
    property,
    leadsTo.kind,
    application?.name,
  ]);

const ownResource = (value: unknown): ExampleResource => ({
  type: "azuread:index/applicationAppRole:ApplicationAppRole",
  name: "appRole",
  properties: { value, applicationId: unknownAtPreview },
  from: { applicationId: ["application"] },
});

const application = (appRoles?: unknown): ExampleResource => ({
  type: "azuread:index/application:Application",
  name: "application",
  properties: { appRoles },
});

describe("appRoles", () => {
  it.each([
    ["aws", pair],
    ["elsewhere", "Reader"],
    ["elsewhere", undefined],
    ["elsewhere", 7],
    ["elsewhere", unknownAtPreview],
  ])("says %s of the value %s", (kind, value) => {
    expect(leadingTo(ownResource(value), application())).toEqual([["appRole", "value", kind, "application"]]);
  });

  it("finds the parts of an application, each with the path of its value", () => {
    expect(leadingTo(application([{ id: "a", value: "Reader" }, null, { id: "b", value: pair }]))).toEqual([
      ["application", "appRoles[0].value", "elsewhere", "application"],
      ["application", "appRoles[2].value", "aws", "application"],
    ]);
  });

  it("takes an unknown value for a role in AWS where its application or its sources are AWS's", () => {
    const gallery = { ...application(), properties: { templateId: "8b1025e4-1dd2-430b-a150-2ef79cd700f5" } };
    expect(leadingTo(ownResource(unknownAtPreview), gallery)).toEqual([["appRole", "value", "unknown", "application"]]);
    const role = { type: "aws:iam/role:Role", name: "role", properties: {} };
    const parts = { ...application([{ id: "a", value: unknownAtPreview }]), from: { appRoles: ["role"] } };
    expect(leadingTo(parts, role)).toEqual([["application", "appRoles[0].value", "unknown", "application"]]);
    expect(leadingTo(ownResource(unknownAtPreview))).toEqual([["appRole", "value", "unknown", undefined]]);
  });

  it("finds none in what is no list", () => {
    expect(leadingTo(application("Reader"))).toEqual([]);
  });
});
