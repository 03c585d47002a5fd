import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

import { unknown } from "./property-value";
import { type Sealed, type SealedProperties, secret, secretValue } from "./sealed";

// The signatures and sentinels of pulumi/pulumi sdk/go/common/resource/properties.go and plugin/rpc.go.
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const resourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The engine has one sentinel a type; whichever it sends, the value is not known. */
const unknownSentinels: ReadonlySet<unknown> = new Set([
  unknownString,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

type Wire = JavaScriptValue;
type WireObject = Readonly<Record<string, Wire>>;

/** Objects with a signature, and what each stands for. */
const signed = new Map<Wire, (object: WireObject) => Sealed>([
  [secretSignature, (object) => secret(decode(object["value"] ?? null))],
  [resourceSignature, (object) => decode(object["id"] === "" ? unknownString : (object["id"] ?? unknownString))],
  [
    outputSignature,
    (object) => {
      const value = Object.hasOwn(object, "value") ? decode(object["value"] ?? null) : unknown;
      return object["secret"] === true ? secret(value) : value;
    },
  ],
]);

/** Reads a property bag; a property without a value is the same as none. */
export function decodeProperties(struct: Struct | undefined): SealedProperties {
  const decoded = Object.entries(struct?.toJavaScript() ?? {}).map(([key, value]) => [key, decode(value)] as const);
  return Object.fromEntries(decoded.filter(([, value]) => value !== null));
}

export function encodeProperties(properties: SealedProperties): Struct {
  return Struct.fromJavaScript(encodeAll(properties));
}

function decode(value: Wire): Sealed {
  if (unknownSentinels.has(value)) return unknown;
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== "object" || value === null) return value;
  const object = value as WireObject;
  const signature = Object.hasOwn(object, signatureKey) ? signed.get(object[signatureKey] ?? null) : undefined;
  if (signature !== undefined) return signature(object);
  return Object.fromEntries(Object.entries(object).map(([key, item]) => [key, decode(item)]));
}

function encode(value: Sealed): Wire {
  if (value === unknown) return unknownString;
  const held = secretValue(value);
  if (held !== undefined) return { [signatureKey]: secretSignature, value: encode(held) };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value === "object" && value !== null) return encodeAll(value as SealedProperties);
  return value as Wire;
}

function encodeAll(properties: SealedProperties): Record<string, Wire> {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, encode(value)]));
}
