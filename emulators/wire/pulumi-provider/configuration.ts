import type { CheckFailure, ProviderFace } from "./face";
import { isUnknown, type Known, type PreviewInputs, type Value } from "./property-value";
import type { Properties } from "./schema";
import { validateProperties } from "./validate-properties";

/** Keys that the engine itself reads from a provider's inputs. */
const engineKeys: ReadonlySet<string> = new Set(["version", "pluginDownloadURL", "__internal", "__defaults"]);

export interface Configuration {
  readonly values: PreviewInputs;
  readonly failures: readonly CheckFailure[];
}

/** Reads a provider's configuration, in which everything but a text travels as JSON. */
export function readConfiguration<Cloud>(face: ProviderFace<Cloud>, sent: PreviewInputs): Configuration {
  const { configuration } = face.schema;
  const own = Object.entries(sent).filter(([key]) => !engineKeys.has(key));
  const decoded = own.map(([key, value]) => [key, decodeSetting(configuration, key, value)] as const);
  const values = Object.fromEntries(decoded.filter(([, value]) => value !== null));
  const taken = [...face.modelledConfiguration, ...face.acceptedConfiguration];
  return { values, failures: validateProperties(values, configuration, taken) };
}

function decodeSetting(configuration: Properties, key: string, value: Value): Value {
  const property = Object.hasOwn(configuration, key) ? configuration[key] : undefined;
  if (property === undefined || property.type === "string" || typeof value !== "string" || isUnknown(value))
    return value;
  try {
    return JSON.parse(value) as Known;
  } catch {
    // The type check says what was expected in its place.
    return value;
  }
}
