import { withoutDefaultNames } from "./default-names";
import { diffInputs } from "./diff";
import type { ResourceFace } from "./face";
import { plannedCreation, plannedUpdate, previewedUpdate } from "./planned-outputs";
import { known, type PreviewInputs, type Value } from "./property-value";
import { refreshedInputs, refreshedState } from "./read-inputs";
import { revealAll, sealAll, type SealedProperties } from "./sealed";

/** A resource's place in an update: what is, what was declared, what is declared now. */
export interface UpdateInput {
  readonly id: string;
  readonly state: SealedProperties;
  readonly oldInputs: SealedProperties;
  readonly news: SealedProperties;
}

export interface ResourceState {
  readonly id: string;
  readonly properties: SealedProperties;
}

export function previewCreate<Cloud>(face: ResourceFace<Cloud>, inputs: SealedProperties): ResourceState {
  return { id: "", properties: seal(face, plannedCreation(face, revealAll(inputs)), [inputs]) };
}

export async function create<Cloud>(
  face: ResourceFace<Cloud>,
  cloud: Cloud,
  inputs: SealedProperties,
): Promise<ResourceState> {
  const plain = known(withoutDefaultNames(revealAll(inputs)));
  const { id, outputs } = await face.create(cloud, plain);
  return { id, properties: seal(face, { ...plain, ...outputs }, [inputs]) };
}

export async function read<Cloud>(
  face: ResourceFace<Cloud>,
  cloud: Cloud,
  earlier: { readonly id: string; readonly state: SealedProperties; readonly inputs: SealedProperties },
): Promise<(ResourceState & { readonly inputs: SealedProperties }) | undefined> {
  const found = await face.read(cloud, earlier.id);
  if (found === undefined) return undefined;
  const inputs = refreshedInputs(face, revealAll(earlier.inputs), found);
  const state = refreshedState(face, revealAll(earlier.state), found);
  return {
    id: found.id,
    properties: seal(face, state, [earlier.state, earlier.inputs]),
    inputs: sealAll(inputs, (property) => face.schema.inputs[property]?.secret ?? false, [earlier.inputs]),
  };
}

export function previewUpdate<Cloud>(face: ResourceFace<Cloud>, update: UpdateInput): SealedProperties {
  const { state, oldInputs, news } = plainUpdate(update);
  const { changes } = diffInputs(face, { state, oldInputs, news, ignoreChanges: [] });
  const changed = new Set(changes.map(({ property }) => property));
  return seal(face, previewedUpdate(face, { state, inputs: oldInputs }, news, changed), [update.news, update.state]);
}

export async function update<Cloud>(
  face: ResourceFace<Cloud>,
  cloud: Cloud,
  update: UpdateInput,
): Promise<SealedProperties> {
  const { state, oldInputs, news } = plainUpdate(update);
  const plain = known(withoutDefaultNames(news));
  const outputs = await face.update(cloud, update.id, plain, known(state));
  const properties = { ...plannedUpdate(face, { state, inputs: oldInputs }, news), ...outputs };
  return seal(face, properties, [update.news, update.state]);
}

function plainUpdate(update: UpdateInput): Record<"state" | "oldInputs" | "news", PreviewInputs> {
  return {
    state: revealAll(update.state),
    oldInputs: revealAll(update.oldInputs),
    news: revealAll(update.news),
  };
}

function seal<Cloud>(
  face: ResourceFace<Cloud>,
  values: Readonly<Record<string, Value>>,
  earlier: readonly SealedProperties[],
): SealedProperties {
  return sealAll(values, (property) => face.schema.outputs[property]?.secret ?? false, earlier);
}
