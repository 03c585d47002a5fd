import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { emulatedProviders } from "./emulated-types";
import { renderSchemaModule } from "./render";
import { readSdkSchema } from "./sdk-schema";

describe("the generated schemas", () => {
  it.each(emulatedProviders)("of $package are what its installed SDK says", async (emulated) => {
    const written = readFileSync(emulated.target, "utf8");
    expect(await renderSchemaModule(emulated), "run tools/generate-provider-schemas.ts").toBe(written);
  });
});

describe("the reading of an SDK", () => {
  const schemas = new Map(emulatedProviders.map((emulated) => [emulated.name, readSdkSchema(emulated)]));
  const resource = (provider: string, name: string) => schemas.get(provider)?.resources.get(name);

  it("finds tokens, required inputs and computed outputs", () => {
    const attachment = resource("aws", "rolePolicyAttachment");
    expect(attachment).toEqual({
      token: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      inputs: { policyArn: { type: "string", required: true }, role: { type: "string", required: true } },
      outputs: { policyArn: { type: "string", required: true }, role: { type: "string", required: true } },
    });
  });

  it("finds secrets among inputs and outputs", () => {
    const user = resource("azuread", "user");
    expect(user?.inputs["password"]).toEqual({ type: "string", secret: true });
    expect(user?.outputs["password"]).toEqual({ type: "string", required: true, secret: true });
    expect(resource("aws", "accessKey")?.outputs["secret"]?.secret).toBe(true);
    expect(schemas.get("aws")?.provider.configuration["secretKey"]?.secret).toBe(true);
  });

  it("follows nested types to the end", () => {
    const users = resource("azuread", "conditionalAccessPolicy")?.inputs["conditions"];
    expect(users).toMatchObject({
      required: true,
      type: { object: { users: { type: { object: { includedGroups: { type: { list: "string" } } } } } } },
    });
    expect(resource("aws", "role")?.inputs["tags"]).toEqual({ type: { map: "string" } });
    expect(resource("aws", "role")?.inputs["assumeRolePolicy"]).toMatchObject({
      type: { anyOf: ["string", { object: { Statement: { required: true } } }] },
    });
  });

  it("finds functions, also those without arguments", () => {
    expect(schemas.get("azuread")?.invokes.get("getClientConfig")).toMatchObject({
      token: "azuread:index/getClientConfig:getClientConfig",
      inputs: {},
      outputs: { tenantId: { type: "string", required: true } },
    });
  });
});
