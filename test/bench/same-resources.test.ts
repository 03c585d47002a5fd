import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { appRoleId } from "#core/naming";
import { mockedClouds } from "../mocked-clouds";
import { registrations } from "../mocked-engine";

const id = "111122223333";

/** What a program registers with the clouds: types and inputs, whatever the resources are called. */
async function resourcesOf(program: string): Promise<string[]> {
  pulumi.runtime.setAllConfig({
    "bench:id": id,
    "bench:name": "Account1",
    "bench:AdministratorAppRoleId": appRoleId(id, "Administrator"),
    "bench:DeveloperAppRoleId": appRoleId(id, "Developer"),
  });
  const registered = await registrations(() => import(`./${program}/index.ts`), mockedClouds());
  return registered
    .filter(({ type }) => /^(aws|azuread):/.test(type))
    .map(({ type, inputs }) => `${type} ${JSON.stringify(Object.entries(inputs).map(comparable).sort())}`)
    .sort();
}

/** Ids follow from a resource's name here, and a metadata document has an id of its own. */
function comparable([property, value]: [string, unknown]): [string, unknown] {
  if (property === "samlMetadataDocument") return [property, "a document"];
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "string" && /-(id|object-id)$/.test(part) ? "an id" : part,
  );
  return [property, JSON.parse(text) as unknown];
}

describe("the two programs of the bench", () => {
  it("make the very same resources, or their comparison would mean nothing", async () => {
    const raw = await resourcesOf("raw-account");
    expect(raw).toEqual(await resourcesOf("component-account"));
    expect(raw.length).toBe(20);
  });
});
