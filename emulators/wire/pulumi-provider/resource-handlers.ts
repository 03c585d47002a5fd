import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  type CheckRequest,
  CreateResponse,
  type CreateRequest,
  type DeleteRequest,
  type DiffRequest,
  ReadResponse,
  type ReadRequest,
  UpdateResponse,
  type UpdateRequest,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { checkInputs } from "./check";
import { checkResponse, diffResponse } from "./responses";
import { withoutDefaultNames } from "./default-names";
import { diffInputs } from "./diff";
import type { ResourceFace } from "./face";
import { type ProviderOperation, withFaults } from "./faults";
import { failureText, logicalName, resourceType, subjectOf } from "./failure-text";
import { decodeProperties, encodeProperties } from "./marshal";
import { known } from "./property-value";
import * as operations from "./resource-operations";
import { revealAll } from "./sealed";
import type { Serving } from "./serving";
import { unary } from "./unary";

type ResourceHandlers = Pick<IResourceProviderServer, "check" | "diff" | "create" | "read" | "update" | "delete">;

/** A resource's life, one handler a method of the provider protocol. */
export function resourceHandlers<Cloud>(serving: Serving<Cloud>): ResourceHandlers {
  const about = aboutResource(serving);
  return {
    check: about((face, request: CheckRequest) =>
      checkResponse(
        checkInputs(face, {
          logicalName: logicalName(request.getUrn()),
          seed: request.getRandomseed_asU8(),
          olds: decodeProperties(request.getOlds()),
          news: decodeProperties(request.getNews()),
        }),
      ),
    ),
    diff: about((face, request: DiffRequest) =>
      diffResponse(
        diffInputs(face, {
          state: revealAll(decodeProperties(request.getOlds())),
          oldInputs: revealAll(decodeProperties(request.getOldInputs())),
          news: revealAll(decodeProperties(request.getNews())),
          ignoreChanges: request.getIgnorechangesList(),
        }),
      ),
    ),
    create: about((face, request: CreateRequest, cloud) => createResource(serving, face, request, cloud)),
    read: about((face, request: ReadRequest, cloud) => readResource(serving, face, request, cloud)),
    update: about((face, request: UpdateRequest, cloud) => updateResource(serving, face, request, cloud)),
    delete: about(async (face, request: DeleteRequest, cloud) => {
      const olds = known(withoutDefaultNames(revealAll(decodeProperties(request.getProperties()))));
      await inTurn(serving, face, "delete", () => face.delete(cloud(), request.getId(), olds));
      return new Empty();
    }),
  };
}

async function createResource<Cloud>(
  serving: Serving<Cloud>,
  face: ResourceFace<Cloud>,
  request: CreateRequest,
  cloud: () => Cloud,
): Promise<CreateResponse> {
  const inputs = decodeProperties(request.getProperties());
  const { id, properties } = request.getPreview()
    ? operations.previewCreate(face, inputs)
    : await inTurn(serving, face, "create", () => operations.create(face, cloud(), inputs));
  return new CreateResponse().setId(id).setProperties(encodeProperties(properties));
}

async function readResource<Cloud>(
  serving: Serving<Cloud>,
  face: ResourceFace<Cloud>,
  request: ReadRequest,
  cloud: () => Cloud,
): Promise<ReadResponse> {
  const earlier = {
    id: request.getId(),
    state: decodeProperties(request.getProperties()),
    inputs: decodeProperties(request.getInputs()),
  };
  const found = await inTurn(serving, face, "read", () => operations.read(face, cloud(), earlier));
  // A response without an id says that the resource is gone.
  if (found === undefined) return new ReadResponse();
  return new ReadResponse()
    .setId(found.id)
    .setProperties(encodeProperties(found.properties))
    .setInputs(encodeProperties(found.inputs));
}

async function updateResource<Cloud>(
  serving: Serving<Cloud>,
  face: ResourceFace<Cloud>,
  request: UpdateRequest,
  cloud: () => Cloud,
): Promise<UpdateResponse> {
  const update = {
    id: request.getId(),
    state: decodeProperties(request.getOlds()),
    oldInputs: decodeProperties(request.getOldInputs()),
    news: decodeProperties(request.getNews()),
  };
  const properties = request.getPreview()
    ? operations.previewUpdate(face, update)
    : await inTurn(serving, face, "update", () => operations.update(face, cloud(), update));
  return new UpdateResponse().setProperties(encodeProperties(properties));
}

/** Does what changes or reads a cloud when its turn comes; the faults around it hold up nobody else. */
function inTurn<Cloud, Result>(
  serving: Serving<Cloud>,
  face: ResourceFace<Cloud>,
  method: ProviderOperation["method"],
  work: () => Result | Promise<Result>,
): Promise<Result> {
  return withFaults(serving.faults, { method, type: face.schema.token }, () => serving.inTurn(work));
}

/** Finds the face of the resource that a request is about, and names the resource in whatever goes wrong. */
function aboutResource<Cloud>(serving: Serving<Cloud>) {
  return <Request extends { getUrn(): string }, Response>(
    respond: (face: ResourceFace<Cloud>, request: Request, cloud: () => Cloud) => Response | Promise<Response>,
  ) =>
    unary(async (request: Request, peer): Promise<Response> => {
      const urn = request.getUrn();
      const face = serving.resources.get(resourceType(urn));
      if (face === undefined) throw new Error(`${subjectOf(urn)}: this type is not modelled by the emulated clouds`);
      try {
        return await respond(face, request, () => serving.instances.cloudOf(peer));
      } catch (error) {
        throw new Error(failureText(subjectOf(urn), error), { cause: error });
      }
    });
}
