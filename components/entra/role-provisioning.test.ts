import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { explicitProviders, mockedClouds } from "../../test/mocked-clouds";
import { registrations, unknown } from "../../test/mocked-engine";
import { RoleProvisioning, type RoleProvisioningArgs, roleProvisioningProblems } from "./role-provisioning";

const args: RoleProvisioningArgs = {
  servicePrincipalId: "/servicePrincipals/55550000-0000-4000-8000-000000000007",
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "made-up-secret-access-key",
};

const codesOf = (change: Partial<RoleProvisioningArgs>): string[] =>
  roleProvisioningProblems({ ...args, ...change }).map(({ code, property }) => `${code} ${property}`);

describe("RoleProvisioning", () => {
  it("registers the secret, then the job of template aws, under itself in the tenant", async () => {
    const registered = await registrations(
      () => new RoleProvisioning("import", args, explicitProviders()),
      mockedClouds(),
    );
    const [job, secret] = registered.filter(({ parent }) => parent === "import");
    expect([job?.type, job?.name, job?.provider, job?.dependencies]).toEqual([
      "azuread:index/synchronizationJob:SynchronizationJob",
      "import-job",
      "the-tenant",
      ["import-secret"],
    ]);
    expect(job?.inputs).toEqual({ enabled: true, servicePrincipalId: args.servicePrincipalId, templateId: "aws" });
    expect([secret?.type, secret?.name, secret?.provider]).toEqual([
      "azuread:index/synchronizationSecret:SynchronizationSecret",
      "import-secret",
      "the-tenant",
    ]);
  });

  it("gives the key in Graph's order, and its secret half as a secret although it was given in clear", async () => {
    const registered = await registrations(() => new RoleProvisioning("import", args), mockedClouds());
    const secret = registered.find(({ name }) => name === "import-secret");
    expect(secret?.inputs["credentials"]).toEqual([
      { key: "ClientSecret", value: "AKIAIOSFODNN7EXAMPLE" },
      { key: "SecretToken", value: { secret: "made-up-secret-access-key" } },
    ]);
    const clear = registered.filter(({ inputs }) =>
      /"[^"]*":"made-up-secret/.test(JSON.stringify(inputs).replaceAll(`"secret":"made-up-secret`, "")),
    );
    expect(clear.map(({ name }) => name)).toEqual([]);
  });

  it("waits at preview for a key that is still to be made", async () => {
    const made = () =>
      new RoleProvisioning("import", { ...args, accessKeyId: new RoleProvisioning("other", args).jobId });
    const registered = await registrations(made, mockedClouds({ preview: true }));
    const secret = registered.find(({ name }) => name === "import-secret");
    expect(secret?.inputs["credentials"]).toMatchObject([
      { key: "ClientSecret", value: unknown },
      { key: "SecretToken" },
    ]);
  });

  it("makes a job that rests when it is told to", async () => {
    const registered = await registrations(
      () => new RoleProvisioning("import", { ...args, enabled: false }),
      mockedClouds(),
    );
    expect(registered.find(({ name }) => name === "import-job")?.inputs["enabled"]).toBe(false);
  });

  it("takes what it cannot know yet, and judges what it can", () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf({ servicePrincipalId: pulumi.output("x"), accessKeyId: pulumi.output("x") })).toEqual([]);
    expect(codesOf({ servicePrincipalId: "55550000-0000-4000-8000-000000000007" })).toEqual([
      "service-principal-path-malformed servicePrincipalId",
    ]);
    expect(codesOf({ accessKeyId: "A".repeat(16) })).toEqual([]);
    expect(codesOf({ accessKeyId: "A".repeat(15), secretAccessKey: "" })).toEqual([
      "access-key-malformed accessKeyId",
      "access-key-malformed secretAccessKey",
    ]);
  });

  it("repeats no key in what it refuses", () => {
    const swapped = { ...args, accessKeyId: "short-but-secret", secretAccessKey: "a secret with spaces" };
    const refusal = () => new RoleProvisioning("import", swapped);
    expect(refusal).toThrow(/RoleProvisioning "import": 2 errors[\s\S]*access-key-malformed/);
    expect(refusal).not.toThrow(/short-but-secret|a secret with spaces/);
  });
});
