import { ResourceProviderService as service } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { contoso } from "../seed";
import { serveFace, type ServedFace } from "./served-face.test-support";

let face: ServedFace;

beforeAll(async () => {
  face = await serveFace();
});
afterAll(() => face.close());

type Bag = Record<string, JavaScriptValue>;

describe("a property that the tenant does not hold", () => {
  const policy = {
    displayName: "n",
    state: "enabled",
    conditions: { applications: {}, users: {}, clientAppTypes: ["all"] },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
  };
  const guests = [{ guestOrExternalUserTypes: ["internalGuest"] }];

  it.each([
    [{ insiderRiskLevels: "minor" }, "conditions.insiderRiskLevels"],
    [{ authenticationFlowTransferMethods: ["deviceCodeFlow"] }, "conditions.authenticationFlowTransferMethods"],
    [{ clientApplications: { includedServicePrincipals: ["a"] } }, "conditions.clientApplications"],
    [{ users: { includedGuestsOrExternalUsers: guests } }, "conditions.users.includedGuestsOrExternalUsers"],
    [{ users: { excludedGuestsOrExternalUsers: guests } }, "conditions.users.excludedGuestsOrExternalUsers"],
  ] as [Bag, string][])("is refused at check, at any depth: %j", async (conditions, property) => {
    const news = Struct.fromJavaScript({ ...policy, conditions: { ...policy.conditions, ...conditions } });
    const urn = "urn:pulumi:dev::p::azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy::x";
    const response = await face.call(service.check, new rpc.CheckRequest().setUrn(urn).setNews(news));
    expect(response.getFailuresList().map((failure) => failure.getReason())).toEqual([
      `${property} is not modelled by the emulated clouds`,
    ]);
  });
});

describe("the provider's configuration", () => {
  const configure = (args: Bag) =>
    face.call(service.configure, new rpc.ConfigureRequest().setArgs(Struct.fromJavaScript(args)));

  it("takes whatever says who deploys, and the public cloud's names", async () => {
    const { clientId, clientSecret } = contoso.deployer;
    const credentials = { clientId, clientSecret, useCli: "false", useMsi: "false", msiEndpoint: "http://x" };
    for (const environment of ["public", "global"]) await configure({ environment, ...credentials });
    await configure({ tenantId: "7F0C3F1E-5A52-4C3E-9D8E-0A1B2C3D4E5F" });
  });

  it.each([
    [{ metadataHost: "graph.example" }, "metadataHost is not modelled by the emulated clouds"],
    [{ partnerId: "p" }, "partnerId is not modelled by the emulated clouds"],
    [{ disableTerraformPartnerId: "true" }, "disableTerraformPartnerId is not modelled by the emulated clouds"],
    [{ environment: "usgovernment" }, 'configured for environment "usgovernment"'],
    [{ tenantId: "00000000-0000-4000-8000-000000000000" }, 'configured for "00000000-0000-4000-8000-000000000000"'],
    [{ metadataHosts: "graph.example" }, "did you mean metadataHost?"],
  ])("refuses what would mean another cloud, or have an effect that is not here: %j", async (args, words) => {
    await expect(configure(args)).rejects.toThrow(words);
  });
});
