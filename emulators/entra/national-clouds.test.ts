import { describe, expect, it } from "vitest";

import { entraClouds } from "#core/entra";
import { parseMetadata } from "#core/saml/metadata";
import type { Inputs } from "#emulators/wire/pulumi-provider";

import { portalOf } from "./portal";
import { applicationFromTemplate } from "./provider/application-from-template";
import type { TenantCloud } from "./provider/cloud";
import { deploy, deployApplication, textOf } from "./provider/deployed-application.test-support";
import { azureadFace } from "./provider/face";
import { getApplication } from "./provider/get-application";
import { getDirectoryObject } from "./provider/get-directory-object";
import { getServicePrincipal } from "./provider/get-service-principal";
import { memoryCloud } from "./provider/memory-cloud";
import { contoso, seedTenant } from "./seed";
import { signInFace } from "./sign-in/face";

// Judge: https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate, national cloud deployments.

const tenantOf = (cloud: keyof typeof entraClouds): TenantCloud => memoryCloud(seedTenant({ ...contoso, cloud }));

describe.each(["usgov", "china"] as const)("a tenant of %s", (name) => {
  it("has no action that makes a signing certificate", async () => {
    await expect(deployApplication(tenantOf(name))).rejects.toThrow(
      "Resource not found for the segment 'addTokenSigningCertificate'.",
    );
  });

  it("takes only its own environment from azuread", async () => {
    const face = azureadFace(tenantOf(name));
    const [environment] = entraClouds[name].azureadEnvironments;
    await expect(Promise.resolve(face.configure({ environment }))).resolves.toBeDefined();
    for (const other of [{}, { environment: "public" }] as Inputs[]) {
      expect(() => face.configure(other)).toThrow(`This tenant is one of the cloud ${name}`);
    }
  });

  it("publishes metadata with its own hosts, once an administrator has made a certificate", async () => {
    const cloud = tenantOf(name);
    const templateId = "8b1025e4-1dd2-430b-a150-2ef79cd700f5";
    const { state } = await deploy(applicationFromTemplate, cloud, { displayName: "AWS", templateId });
    const found = await getApplication.invoke(cloud, { objectId: textOf(state["applicationObjectId"]) });
    const clientId = textOf(found["clientId"]);
    const pem = await portalOf(cloud).makeSigningCertificate(clientId);
    const { samlMetadataUrl } = await getServicePrincipal.invoke(cloud, { clientId });
    const { origin, pathname, search } = new URL(textOf(samlMetadataUrl));
    expect(origin).toBe(`https://${entraClouds[name].loginHost}`);
    const face = signInFace({ read: () => cloud.read(), step: () => ({ now: cloud.now(), newId: () => "id" }) });
    const parsed = parseMetadata(await (await face.request(pathname + search)).text());
    if ("problems" in parsed) throw new Error("the metadata does not parse");
    expect(parsed.metadata.entityId).toBe(`https://${entraClouds[name].issuerHost}/${contoso.id}/`);
    expect(parsed.metadata.singleSignOn[0]?.location).toBe(
      `https://${entraClouds[name].loginHost}/${contoso.id}/saml2`,
    );
    expect(pem.replace(/-----.*-----|\s/g, "")).toBe(parsed.metadata.certificates[0]);
  });
});

describe("getDirectoryObject", () => {
  it("tells users from groups, and of others that they are not there", async () => {
    const cloud = tenantOf("public");
    const [user] = cloud.read().users;
    const [group] = cloud.read().groups;
    expect(await getDirectoryObject.invoke(cloud, { objectId: user?.id ?? "" })).toMatchObject({ type: "User" });
    expect(await getDirectoryObject.invoke(cloud, { objectId: group?.id ?? "" })).toMatchObject({ type: "Group" });
    expect(() => getDirectoryObject.invoke(cloud, { objectId: "x" })).toThrow(
      'Directory object with ID "x" was not found',
    );
  });
});
