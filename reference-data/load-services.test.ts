import { describe, expect, it } from "vitest";
import { loadServices } from "./load-services";

describe("loadServices", () => {
  it("reads the named services and no other", async () => {
    const services = await loadServices(["IAM", "nosuchservice"]);
    expect(services.service("iam")?.name).toBe("AWS Identity and Access Management (IAM)");
    expect(services.service("Iam")).toBe(services.service("iam"));
    expect(services.service("s3")).toBeUndefined();
    expect(services.service("nosuchservice")).toBeUndefined();
  });

  it("tells services that exist without reading them", async () => {
    const services = await loadServices([]);
    expect(["s3", "S3", "nosuchservice", "constructor"].map((prefix) => services.hasService(prefix))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(services.prefixes.length).toBeGreaterThan(400);
    expect(services.prefixes).toEqual([...services.prefixes].sort());
  });

  it("reads all services that a pattern names", async () => {
    const services = await loadServices(["sq?"]);
    expect(services.prefixes.filter((prefix) => services.service(prefix) !== undefined)).toEqual(["sqs"]);
  });

  it("keeps what was loaded before", async () => {
    const services = await loadServices(["sqs"], await loadServices(["iam"]));
    expect([services.service("sqs")?.prefix, services.service("iam")?.prefix]).toEqual(["sqs", "iam"]);
  });

  it("says of an action what it does, on what, under which keys", async () => {
    const services = await loadServices(["iam", "sqs"]);
    expect(services.service("iam")?.actions.get("passrole")).toEqual({
      name: "PassRole",
      accessLevels: ["Write"],
      resourceTypes: [{ name: "role", required: true }],
      conditionKeys: ["iam:AssociatedResourceArn", "iam:PassedToService"],
      dependentActions: [],
    });
    expect(services.service("sqs")?.actions.get("addpermission")?.accessLevels).toEqual([
      "Write",
      "Permissions management",
    ]);
    expect(services.service("iam")?.actions.get("listroles")?.resourceTypes).toEqual([]);
  });

  it("says of a resource type how its ARNs look", async () => {
    const services = await loadServices(["iam"]);
    expect(services.service("iam")?.resourceTypes.get("role")?.arnPattern).toBe(
      "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}",
    );
  });

  it("says of condition keys which values they have, with placeholders in one form", async () => {
    const services = await loadServices(["iam", "s3"]);
    expect(services.service("iam")?.conditionKeys.get("iam:passedtoservice")).toEqual({
      key: "iam:PassedToService",
      type: "String",
    });
    expect(services.globalConditionKeys.get("aws:principaltag/${tagkey}")).toEqual({
      key: "aws:PrincipalTag/${TagKey}",
      type: "String",
    });
    expect(services.service("s3")?.conditionKeys.get("s3:existingobjecttag/${tagkey}")?.key).toBe(
      "s3:ExistingObjectTag/${TagKey}",
    );
    expect(services.globalConditionKeys.get("aws:calledvia")?.type).toBe("ArrayOfString");
  });
});
