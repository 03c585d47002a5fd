import { Client, credentials, type MethodDefinition, status } from "@grpc/grpc-js";
import { ResourceProviderService as service } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { afterEach, describe, expect, it } from "vitest";

import type { ProviderFace } from "./face";
import { decodeProperties, encodeProperties } from "./marshal";
import { unknown } from "./property-value";
import { type SealedProperties, secret } from "./sealed";
import { type ServedProvider, servePulumiProvider } from "./serve";
import { type Garden, gardenFace, plotFace } from "./made-up-face.test-support";

const urn = "urn:pulumi:dev::shop::shop:index:Yard$aws:garden/plot:Plot::front::left";
const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const it of open.splice(0).reverse()) await it.close();
});

async function serve(face: ProviderFace<Garden> = gardenFace()): Promise<ServedProvider> {
  const served = await servePulumiProvider(face);
  open.push(served);
  return served;
}

/** A client of its own has a connection of its own, as each of the engine's provider instances has. */
function connect({ port }: ServedProvider): Client {
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), {
    "grpc.use_local_subchannel_pool": 1,
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
  });
  open.push(client);
  return client;
}

function call<Request, Response>(
  client: Client,
  method: MethodDefinition<Request, Response>,
  request: Request,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
      (error, response) => {
        if (error !== null || response === undefined) reject(error ?? new Error("no response"));
        else resolve(response);
      },
    );
  });
}

function configure(client: Client, args: SealedProperties) {
  return call(client, service.configure, new rpc.ConfigureRequest().setArgs(encodeProperties(args)));
}

async function configured(served: ServedProvider, region: string): Promise<Client> {
  const client = connect(served);
  await configure(client, { region });
  return client;
}

function create(client: Client, properties: SealedProperties, preview = false) {
  const request = new rpc.CreateRequest().setUrn(urn).setPreview(preview);
  return call(client, service.create, request.setProperties(encodeProperties(properties)));
}

describe("a served provider", () => {
  it("tells what it can before it is configured", async () => {
    const client = connect(await serve());
    const handshake = await call(client, service.handshake, new rpc.ProviderHandshakeRequest());
    expect(handshake.toObject()).toMatchObject({ acceptSecrets: true, acceptResources: true, acceptOutputs: true });
    expect((await call(client, service.getPluginInfo, new Empty())).getVersion()).toBe("9.8.7");
    const schema = await call(client, service.getSchema, new rpc.GetSchemaRequest());
    expect(JSON.parse(schema.getSchema())).toEqual({ name: "aws", version: "9.8.7" });
    await call(client, service.cancel, new Empty());
  });

  it("answers that it accepts secrets, previews, resources and outputs", async () => {
    expect((await configure(connect(await serve()), { region: "north" })).toObject()).toMatchObject({
      acceptsecrets: true,
      supportspreview: true,
      acceptresources: true,
      acceptoutputs: true,
    });
  });

  it("does not take a face whose tables name what the schema does not have", async () => {
    const face = { ...gardenFace(), resources: [{ ...plotFace, modelled: ["soli"] }] };
    await expect(servePulumiProvider(face)).rejects.toThrow(
      "aws:garden/plot:Plot: modelled names soli, which the schema does not have",
    );
  });

  it("says that a method is unimplemented when it is", async () => {
    const client = connect(await serve());
    await expect(call(client, service.construct, new rpc.ConstructRequest())).rejects.toMatchObject({
      code: status.UNIMPLEMENTED,
    });
  });

  it("refuses a port that is taken", async () => {
    const { port } = await serve();
    await expect(servePulumiProvider(gardenFace(), { port })).rejects.toThrow("EADDRINUSE");
  });

  it("frees its port when it closes, even while a client stays connected", async () => {
    const served = await servePulumiProvider(gardenFace());
    await configured(served, "north");
    await served.close();
    const again = await servePulumiProvider(gardenFace(), { port: served.port });
    open.push(again);
    expect(again.port).toBe(served.port);
  });
});

describe("a provider's configuration", () => {
  async function failuresOf(news: SealedProperties) {
    const client = connect(await serve());
    const request = new rpc.CheckRequest().setNews(encodeProperties(news));
    return (await call(client, service.checkConfig, request)).getFailuresList().map((failure) => failure.getReason());
  }

  it("is read from JSON where it is not a text", async () => {
    const seen: unknown[] = [];
    const face = gardenFace();
    const served = await serve({
      ...face,
      configure: (config) => {
        seen.push(config);
        return face.configure(config);
      },
    });
    const config = { region: "12", retries: "3", keepers: secret('[{"name":"Ann"}]'), version: "7.0.0" };
    await configure(connect(served), config);
    expect(seen).toEqual([{ region: "12", retries: 3, keepers: [{ name: "Ann" }] }]);
  });

  it("is refused where it is unknown, not modelled or of a wrong type", async () => {
    expect(await failuresOf({ region: unknown, version: "7.0.0" })).toEqual([]);
    expect(await failuresOf({ regon: "north", token: "t", retries: "many", keepers: '[{"nam":1}]' })).toEqual([
      "keepers[0].nam is not a property the SDK declares, and is not modelled by the emulated clouds; did you mean name?",
      "regon is not a property the SDK declares, and is not modelled by the emulated clouds; did you mean region?",
      "retries must be of type number, not string",
      "token is not modelled by the emulated clouds",
    ]);
  });

  it("is refused again when it comes unchecked, and when no cloud answers to it", async () => {
    const client = connect(await serve());
    await expect(configure(client, { token: "t" })).rejects.toMatchObject({
      details: "aws: token is not modelled by the emulated clouds",
    });
    await expect(configure(client, { region: "moon" })).rejects.toMatchObject({
      details: "there are no gardens on the moon",
    });
  });

  it("never replaces a provider when it changes", async () => {
    const client = connect(await serve());
    const request = new rpc.DiffRequest()
      .setOldInputs(encodeProperties({ region: "north", retries: "1" }))
      .setNews(encodeProperties({ region: "south", retries: "1" }));
    const diff = await call(client, service.diffConfig, request);
    expect([diff.getDiffsList(), diff.getReplacesList()]).toEqual([["region"], []]);
  });
});

describe("provider instances", () => {
  it("are told apart by their connections", async () => {
    const gardens = new Map<string, Garden>();
    const served = await serve(gardenFace(gardens));
    const [north, south] = [await configured(served, "north"), await configured(served, "south")];
    await create(north, { name: "a", soil: "loam" });
    await create(south, { name: "b", soil: "loam" });
    expect([...(gardens.get("north")?.plots.keys() ?? [])]).toEqual(["a"]);
    expect([...(gardens.get("south")?.plots.keys() ?? [])]).toEqual(["b"]);
  });

  it("do nothing before they are configured", async () => {
    await expect(create(connect(await serve()), { name: "a", soil: "loam" })).rejects.toMatchObject({
      details: expect.stringContaining("has not been configured") as string,
    });
  });

  it("take turns", async () => {
    const log: string[] = [];
    const slow = {
      ...plotFace,
      create: async (_: Garden, inputs: Record<string, unknown>) => {
        log.push(`${String(inputs["name"])} begins`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        log.push(`${String(inputs["name"])} ends`);
        return { id: "x", outputs: {} };
      },
    };
    const served = await serve({ ...gardenFace(), resources: [slow] });
    const [north, south] = [await configured(served, "north"), await configured(served, "south")];
    const inputs = { soil: "loam" };
    await Promise.all([create(north, { ...inputs, name: "a" }), create(south, { ...inputs, name: "b" })]);
    expect(log.map((line) => line.split(" ")[1])).toEqual(["begins", "ends", "begins", "ends"]);
  });
});

describe("a resource over the wire", () => {
  it("is checked", async () => {
    const client = await configured(await serve(), "north");
    const request = new rpc.CheckRequest().setUrn(urn).setRandomseed(new Uint8Array([1, 2, 3]));
    const good = await call(client, service.check, request.setNews(encodeProperties({ soil: secret("loam") })));
    expect(good.getFailuresList()).toEqual([]);
    expect(decodeProperties(good.getInputs())).toEqual({
      soil: secret("loam"),
      fenced: true,
      name: "front::left-039058c",
      __defaults: ["fenced", "name"],
    });
    const bad = await call(client, service.check, request.setNews(encodeProperties({ soil: "loam", greenhouse: "g" })));
    expect(bad.getFailuresList().map((failure) => failure.toObject())).toEqual([
      { property: "greenhouse", reason: "greenhouse is not modelled by the emulated clouds" },
    ]);
  });

  it("is compared, with a detailed diff", async () => {
    const client = await configured(await serve(), "north");
    const olds = encodeProperties({ name: "a", soil: "loam", tags: { a: "1" }, __defaults: [] });
    const news = encodeProperties({ name: "a", soil: "clay", rows: [1], __defaults: [] });
    const request = new rpc.DiffRequest().setUrn(urn).setId("a").setOlds(olds).setOldInputs(olds).setNews(news);
    const diff = await call(client, service.diff, request);
    expect(diff.toObject()).toEqual({
      replacesList: ["soil"],
      stablesList: [],
      deletebeforereplace: true,
      changes: rpc.DiffResponse.DiffChanges.DIFF_SOME,
      diffsList: ["soil", "tags", "rows"],
      detaileddiffMap: [
        ["rows", { kind: rpc.PropertyDiff.Kind.ADD, inputdiff: true }],
        ["soil", { kind: rpc.PropertyDiff.Kind.UPDATE_REPLACE, inputdiff: true }],
        ["tags", { kind: rpc.PropertyDiff.Kind.DELETE, inputdiff: true }],
      ],
      hasdetaileddiff: true,
    });
    const same = await call(client, service.diff, request.setNews(olds));
    expect(same.getChanges()).toBe(rpc.DiffResponse.DiffChanges.DIFF_NONE);
  });

  it("lives: previewed, created, read, updated, deleted, gone", async () => {
    const client = await configured(await serve(), "north");
    const inputs = { name: "a", soil: "loam", plants: ["rose"], __defaults: [] };
    const previewed = await create(client, { ...inputs, plants: [unknown] }, true);
    expect(decodeProperties(previewed.getProperties())).toMatchObject({ plants: [unknown], arn: unknown });

    const created = await create(client, inputs);
    expect(created.getId()).toBe("a");
    const state = created.getProperties();
    expect(decodeProperties(state)).toMatchObject({ arn: "plot:north:a", deed: secret("deed of a") });

    const read = new rpc.ReadRequest().setUrn(urn).setId("a").setProperties(state);
    const found = await call(client, service.read, read.setInputs(encodeProperties(inputs)));
    expect([found.getId(), decodeProperties(found.getInputs())]).toEqual(["a", inputs]);

    const news = encodeProperties({ ...inputs, plants: ["lily"] });
    const update = new rpc.UpdateRequest().setUrn(urn).setId("a").setOlds(state).setNews(news);
    update.setOldInputs(encodeProperties(inputs));
    const planned = await call(client, service.update, update.setPreview(true));
    expect(decodeProperties(planned.getProperties())).toMatchObject({ arn: "plot:north:a", harvest: unknown });
    const updated = await call(client, service.update, update.setPreview(false));
    expect(decodeProperties(updated.getProperties())).toMatchObject({ arn: "plot:north:a", harvest: "much" });

    await call(client, service.delete, new rpc.DeleteRequest().setUrn(urn).setId("a").setProperties(state));
    expect((await call(client, service.read, read)).getId()).toBe("");
  });

  it("carries messages beyond the usual limit of gRPC", async () => {
    const client = await configured(await serve(), "north");
    const soil = "x".repeat(6 * 1024 * 1024);
    const { soil: back } = decodeProperties((await create(client, { name: "a", soil })).getProperties());
    expect(back === soil).toBe(true);
  });
});

describe("what goes wrong", () => {
  it("in the cloud's own words, with the resource's type and name", async () => {
    const client = await configured(await serve(), "north");
    await create(client, { name: "a", soil: "loam" });
    await expect(create(client, { name: "a", soil: "loam" })).rejects.toMatchObject({
      details: "aws:garden/plot:Plot front::left: PlotTaken: Plot a exists.",
    });
  });

  it("as an internal error when the emulation fails, and goes on", async () => {
    const client = await configured(await serve(), "north");
    await expect(create(client, { name: "a", soil: "rock" })).rejects.toMatchObject({
      details: "aws:garden/plot:Plot front::left: internal error of the emulated cloud: the spade broke",
    });
    expect((await create(client, { name: "a", soil: "loam" })).getId()).toBe("a");
  });

  it("for a type that is not modelled", async () => {
    const client = await configured(await serve(), "north");
    const request = new rpc.CheckRequest().setUrn("urn:pulumi:dev::shop::aws:s3/bucket:Bucket::b");
    await expect(call(client, service.check, request)).rejects.toMatchObject({
      details: "aws:s3/bucket:Bucket b: this type is not modelled by the emulated clouds",
    });
  });
});

describe("a function", () => {
  async function invoke(tok: string, args: SealedProperties) {
    const client = await configured(await serve(), "north");
    return call(client, service.invoke, new rpc.InvokeRequest().setTok(tok).setArgs(encodeProperties(args)));
  }
  const token = "aws:index/getGarden:getGarden";

  it("answers for the configured cloud, and marks what is secret", async () => {
    const response = await invoke(token, { owner: "Ann" });
    expect(decodeProperties(response.getReturn())).toEqual({ region: "north", key: secret("k") });
  });

  it("refuses arguments that are missing or not modelled", async () => {
    const response = await invoke(token, { hint: "h" });
    expect(response.getFailuresList().map((failure) => failure.getReason())).toEqual([
      "hint is not modelled by the emulated clouds",
      "owner is required and missing",
    ]);
  });

  it("fails in the cloud's own words, and when it is not modelled", async () => {
    await expect(invoke(token, { owner: "nobody" })).rejects.toMatchObject({
      details: `${token}: NoSuchOwner: nobody owns none`,
    });
    await expect(invoke("aws:index/getMoon:getMoon", {})).rejects.toMatchObject({
      details: "aws:index/getMoon:getMoon: this function is not modelled by the emulated clouds",
    });
  });
});
