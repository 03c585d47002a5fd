import { autoName } from "./auto-name";
import { defaultsKey, filledIn, withoutDefaultNames } from "./default-names";
import type { CheckFailure, ResourceFace } from "./face";
import { jsonDocument } from "./json-document";
import type { Value } from "./property-value";
import { revealAll, sealAll, type SealedProperties } from "./sealed";
import { validateProperties } from "./validate-properties";

export interface CheckInput {
  readonly logicalName: string;
  readonly seed: Uint8Array;
  /** The inputs of the last deployment, as an earlier check left them. */
  readonly olds: SealedProperties;
  readonly news: SealedProperties;
}

export interface CheckResult {
  readonly inputs: SealedProperties;
  readonly failures: readonly CheckFailure[];
}

/** Refuses what the provider refuses, and fills in what the provider fills in. */
export function checkInputs<Cloud>(face: ResourceFace<Cloud>, input: CheckInput): CheckResult {
  const given = withoutDefaultNames(input.news);
  const plain = revealAll(given);
  const failures = validateProperties(plain, face.schema.inputs, face.modelled);
  if (failures.length > 0) return { inputs: input.news, failures };

  const documented = asDocuments(face, plain);
  const name = chooseName(face, documented, input);
  if (typeof name === "object") return { inputs: input.news, failures: [name] };
  const named = name === undefined || face.autoName === undefined ? {} : { [face.autoName.property]: name };
  const inputs = withDefaults(face, { ...documented, ...named });

  const invented = Object.keys(inputs).filter((property) => !Object.hasOwn(plain, property));
  const sealed = sealAll(inputs, (property) => isSecret(face, property), [given]);
  return { inputs: { ...sealed, [defaultsKey]: invented.sort() }, failures: face.checks?.(inputs) ?? [] };
}

function asDocuments<Cloud>(face: ResourceFace<Cloud>, inputs: Readonly<Record<string, Value>>): Record<string, Value> {
  const documents = new Set(face.jsonDocuments ?? []);
  return Object.fromEntries(
    Object.entries(inputs).map(([key, value]) => [key, documents.has(key) ? jsonDocument(value) : value]),
  );
}

function withDefaults<Cloud>(
  face: ResourceFace<Cloud>,
  inputs: Record<string, Value>,
): Readonly<Record<string, Value>> {
  return face.defaults === undefined ? inputs : face.defaults(inputs);
}

/** Keeps the name that an earlier check invented: a new one would replace the resource on every run. */
function chooseName<Cloud>(
  face: ResourceFace<Cloud>,
  inputs: Readonly<Record<string, Value>>,
  input: CheckInput,
): string | CheckFailure | undefined {
  if (face.autoName === undefined) return undefined;
  const { property, unless = [] } = face.autoName;
  if ([property, ...unless].some((name) => inputs[name] !== undefined && inputs[name] !== null)) return undefined;
  const olds = revealAll(input.olds);
  const old = olds[property];
  if (typeof old === "string" && filledIn(olds).has(property)) return old;
  return autoName(face.autoName, input.logicalName, input.seed);
}

function isSecret<Cloud>(face: ResourceFace<Cloud>, property: string): boolean {
  return face.schema.inputs[property]?.secret ?? false;
}
