import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf, unknownAtPreview, type ExampleResource } from "../../rules/example";
import { gatherFacts } from "../stack-facts";
import { accessGroups, assignments } from "./assignments";

const pair = "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID";
const appRoleId = "22222222-0000-4000-8000-000000000002";

const application = (name: string, properties: ExampleResource["properties"]): ExampleResource => ({
  type: "azuread:index/application:Application",
  name,
  properties,
});

const servicePrincipal: ExampleResource = {
  type: "azuread:index/servicePrincipal:ServicePrincipal",
  name: "servicePrincipal",
  properties: { clientId: unknownAtPreview, objectId: unknownAtPreview },
  from: { clientId: ["application"] },
};

const assignment = (appRole: unknown = appRoleId): ExampleResource => ({
  type: "azuread:index/appRoleAssignment:AppRoleAssignment",
  name: "assignment",
  properties: { principalObjectId: unknownAtPreview, appRoleId: appRole, resourceObjectId: unknownAtPreview },
  from: { principalObjectId: ["group"], resourceObjectId: ["servicePrincipal"] },
});

const group: ExampleResource = {
  type: "azuread:index/groupWithoutMembers:GroupWithoutMembers",
  name: "group",
  properties: { objectId: unknownAtPreview },
};

const facts = (...resources: readonly ExampleResource[]): ReturnType<typeof gatherFacts> =>
  gatherFacts(stackOf([group, servicePrincipal, ...resources]), exampleSurroundings);

const told = (...resources: readonly ExampleResource[]): readonly unknown[] =>
  assignments(facts(...resources)).map((each) => [
    each.group?.name,
    each.application?.name,
    each.appRole?.resource.name,
    each.givesAws,
  ]);

describe("assignments", () => {
  it("finds an app role by its id within the application of the assignment", () => {
    const own = application("application", { appRoles: [{ id: appRoleId, value: pair }] });
    const other = application("other", { appRoles: [{ id: appRoleId, value: "Reader" }] });
    expect(told(other, own, assignment())).toEqual([["group", "application", "application", "yes"]]);
  });

  it("says no of an app role of another kind, and of one that nobody here knows", () => {
    const own = application("application", { appRoles: [{ id: appRoleId, value: "Reader" }] });
    expect(told(own, assignment())).toEqual([["group", "application", "application", "no"]]);
    expect(told(application("application", {}), assignment())).toEqual([["group", "application", undefined, "no"]]);
  });

  it("does not know what an app role of AWS's application gives that is not of the stack", () => {
    const gallery = application("application", { templateId: "8b1025e4-1dd2-430b-a150-2ef79cd700f5" });
    expect(told(gallery, assignment())).toEqual([["group", "application", undefined, "unknown"]]);
  });

  it("knows AWS's application by what provisions it", () => {
    const job: ExampleResource = {
      type: "azuread:index/synchronizationJob:SynchronizationJob",
      name: "job",
      properties: { templateId: "aWSSingleSignon", servicePrincipalId: unknownAtPreview },
      from: { servicePrincipalId: ["servicePrincipal"] },
    };
    expect(told(application("application", {}), job, assignment())).toEqual([
      ["group", "application", undefined, "unknown"],
    ]);
  });
});

describe("accessGroups", () => {
  it("holds each group once, with all of its assignments, and none that gives nothing in AWS", () => {
    const own = application("application", { appRoles: [{ id: appRoleId, value: pair }] });
    const stack = facts(own, assignment(), { ...assignment(), name: "again" }, { ...assignment("x"), name: "none" });
    expect(
      [...accessGroups(stack)].map(([each, given]) => [each.name, given.map(({ resource }) => resource.name)]),
    ).toEqual([["group", ["assignment", "again"]]]);
  });
});
