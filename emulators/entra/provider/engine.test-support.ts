import { ResourceProviderService as service } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

import type { TenantCloud } from "./cloud";
import { serveFace } from "./served-face.test-support";

export type Bag = Record<string, JavaScriptValue>;

/** A resource as the engine keeps it. */
export interface Kept {
  id: string;
  state: Bag;
  urn: string;
}

/** The azuread face, asked over its protocol in the engine's order: check, then the request. */
export interface Engine {
  create(type: string, inputs: Bag): Promise<Kept>;
  refresh(kept: Kept): Promise<Bag>;
  update(kept: Kept, inputs: Bag): Promise<void>;
  destroy(kept: Kept): Promise<void>;
  lookup(name: string, args: Bag): Promise<Bag>;
  close(): Promise<void>;
}

/** @throws from each method what a person would read, in a gRPC error */
export async function startEngine(cloud: TenantCloud, configuration: Bag = {}): Promise<Engine> {
  const face = await serveFace(cloud);
  try {
    await face.call(service.configure, new rpc.ConfigureRequest().setArgs(Struct.fromJavaScript(configuration)));
  } catch (refused) {
    await face.close();
    throw refused;
  }
  const checked = async (urn: string, inputs: Bag): Promise<Struct | undefined> => {
    const response = await face.call(
      service.check,
      new rpc.CheckRequest().setUrn(urn).setNews(Struct.fromJavaScript(inputs)),
    );
    const failures = response.getFailuresList().map((each) => each.getReason());
    if (failures.length > 0) throw new Error(failures.join("\n"));
    return response.getInputs();
  };
  return {
    async create(type, inputs) {
      const urn = urnOf(type);
      const properties = await checked(urn, inputs);
      const made = await face.call(service.create, new rpc.CreateRequest().setUrn(urn).setProperties(properties));
      return { id: made.getId(), state: bag(made.getProperties()), urn };
    },
    async refresh({ id, state, urn }) {
      const properties = Struct.fromJavaScript(state);
      const read = await face.call(service.read, new rpc.ReadRequest().setId(id).setUrn(urn).setProperties(properties));
      return bag(read.getProperties());
    },
    async update({ id, state, urn }, inputs) {
      const request = new rpc.UpdateRequest().setId(id).setUrn(urn).setOlds(Struct.fromJavaScript(state));
      await face.call(service.update, request.setNews(await checked(urn, inputs)));
    },
    async destroy({ id, state, urn }) {
      const request = new rpc.DeleteRequest().setId(id).setUrn(urn);
      await face.call(service.delete, request.setProperties(Struct.fromJavaScript(state)));
    },
    async lookup(name, args) {
      const token = `azuread:index/${name}:${name}`;
      const request = new rpc.InvokeRequest().setTok(token).setArgs(Struct.fromJavaScript(args));
      return bag((await face.call(service.invoke, request)).getReturn());
    },
    close: () => face.close(),
  };
}

function urnOf(type: string): string {
  const name = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
  return `urn:pulumi:dev::p::azuread:index/${name}:${type}::x`;
}

function bag(properties: Struct | undefined): Bag {
  return properties?.toJavaScript() ?? {};
}
