import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  type CheckRequest,
  type ConfigureRequest,
  ConfigureResponse,
  type DiffRequest,
  GetSchemaResponse,
  type InvokeRequest,
  InvokeResponse,
  CheckFailure as CheckFailureMessage,
  ProviderHandshakeResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { changesBetween } from "./changes";
import { readConfiguration } from "./configuration";
import type { CheckFailure } from "./face";
import { failureText } from "./failure-text";
import { decodeProperties, encodeProperties } from "./marshal";
import { formatPath } from "./property-path";
import { known } from "./property-value";
import { checkResponse, diffResponse } from "./responses";
import { revealAll, sealAll } from "./sealed";
import type { Serving } from "./serving";
import { unary } from "./unary";
import { validateProperties } from "./validate-properties";

type ProviderHandlers = Pick<
  IResourceProviderServer,
  | "handshake"
  | "attach"
  | "getPluginInfo"
  | "getSchema"
  | "checkConfig"
  | "diffConfig"
  | "configure"
  | "invoke"
  | "cancel"
>;

/** What concerns a provider as a whole, one handler a method of the provider protocol. */
export function providerHandlers<Cloud>(serving: Serving<Cloud>): ProviderHandlers {
  const { name, version } = { name: serving.face.name, version: serving.face.schema.version };
  return {
    handshake: unary(() =>
      new ProviderHandshakeResponse().setAcceptSecrets(true).setAcceptResources(true).setAcceptOutputs(true),
    ),
    attach: unary(() => new Empty()),
    getPluginInfo: unary(() => new PluginInfo().setVersion(version)),
    getSchema: unary(() => new GetSchemaResponse().setSchema(JSON.stringify({ name, version }))),
    checkConfig: unary((request: CheckRequest) => {
      const inputs = decodeProperties(request.getNews());
      return checkResponse({ inputs, failures: readConfiguration(serving.face, revealAll(inputs)).failures });
    }),
    diffConfig: unary((request: DiffRequest) => diffConfiguration(serving, request)),
    configure: unary(async (request: ConfigureRequest, peer) => {
      serving.instances.configured(peer, await configuredCloud(serving, request));
      return new ConfigureResponse()
        .setAcceptsecrets(true)
        .setSupportspreview(true)
        .setAcceptresources(true)
        .setAcceptoutputs(true);
    }),
    invoke: unary((request: InvokeRequest, peer) => invokeFunction(serving, request, peer)),
    cancel: unary(() => new Empty()),
  };
}

function diffConfiguration<Cloud>(serving: Serving<Cloud>, request: DiffRequest) {
  const [old, now] = [request.getOldInputs() ?? request.getOlds(), request.getNews()].map(
    (sent) => readConfiguration(serving.face, revealAll(decodeProperties(sent))).values,
  );
  const changes = changesBetween(old, now, [], new Set()).map(({ path, kind }) => ({
    path: formatPath(path),
    property: String(path[0]),
    kind,
    replaces: false,
  }));
  return diffResponse({ changes, deleteBeforeReplace: false });
}

async function configuredCloud<Cloud>(serving: Serving<Cloud>, request: ConfigureRequest): Promise<Cloud> {
  const { values, failures } = readConfiguration(serving.face, revealAll(decodeProperties(request.getArgs())));
  if (failures.length > 0) throw new Error(failures.map(({ reason }) => `${serving.face.name}: ${reason}`).join("\n"));
  return serving.inTurn(() => serving.face.configure(known(values)));
}

async function invokeFunction<Cloud>(
  serving: Serving<Cloud>,
  request: InvokeRequest,
  peer: string,
): Promise<InvokeResponse> {
  const token = request.getTok();
  const face = serving.invokes.get(token);
  if (face === undefined) throw new Error(`${token}: this function is not modelled by the emulated clouds`);
  const sent = decodeProperties(request.getArgs());
  const args = revealAll(sent);
  const failures = validateProperties(args, face.schema.inputs, face.modelled);
  if (failures.length > 0) return new InvokeResponse().setFailuresList(failures.map(failureMessage));
  try {
    const outputs = await serving.inTurn(() => face.invoke(serving.instances.cloudOf(peer), known(args)));
    const sealed = sealAll(outputs, (property) => face.schema.outputs[property]?.secret ?? false, [sent]);
    return new InvokeResponse().setReturn(encodeProperties(sealed));
  } catch (error) {
    throw new Error(failureText(token, error), { cause: error });
  }
}

function failureMessage({ property, reason }: CheckFailure): CheckFailureMessage {
  return new CheckFailureMessage().setProperty(property).setReason(reason);
}
