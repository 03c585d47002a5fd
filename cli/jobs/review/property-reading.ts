import type { Reading } from "#policy-packs/rules";
import { plainObject } from "./plain-object";
import type { Properties, ReviewedResource } from "./reviewed-stack";

/**
 * What the engine writes for a value that only the cloud can tell.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/rpc.go
 */
const unknowns: ReadonlySet<unknown> = new Set([
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/**
 * What marks an object that stands for something else.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/sig/sig.go
 */
const mark = "4dabf18193072939515e22adb298388d";
const marks = {
  secret: "1b47061264138c4ac30d75fd1eb44270",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
} as const;

/** What `pulumi preview --json` writes in a secret's place. */
const hiddenSecret = "[secret]";

/** What only clouds invent. A plan that says nothing of a resource's outputs does not have it, and that is no absence. */
const invented: ReadonlySet<string> = new Set([
  "appId",
  "applicationId",
  "arn",
  "clientId",
  "id",
  "keyId",
  "objectId",
  "uniqueId",
]);

/** No resource has values that deep; one that seems to is not read at all. */
const deepest = 200;

/** The part of a value that cannot be read. */
interface Gap {
  readonly path: string;
  readonly isSecret: boolean;
}

/** One property, whole, from the outputs or else from what the program asked for. A secret is never read. */
export function readProperty(resource: ReviewedResource, property: string): Reading {
  const { inputs, outputs = {} } = resource;
  const given = [outputs, inputs].filter((properties) => Object.hasOwn(properties, property));
  for (const properties of given) {
    const value = properties[property];
    if (value !== undefined && value !== null && gapIn(value, property) === undefined) {
      return { kind: "known", value: withoutDefaults(value) };
    }
  }
  const gap = given.map((properties) => gapIn(properties[property], property)).find((each) => each !== undefined);
  if (gap !== undefined) return { kind: "unknown", property: gap.path };
  if (given.length === 0 && property === "id" && resource.id) return { kind: "known", value: resource.id };
  const mayCome = given.length === 0 && resource.custom && invented.has(property);
  return mayCome && (resource.outputs === undefined || property === "id")
    ? { kind: "unknown", property }
    : { kind: "absent" };
}

/** Whether the property cannot be read because some part of it is a secret. */
export function isSecret({ inputs, outputs = {} }: ReviewedResource, property: string): boolean {
  return [outputs, inputs].some(
    (properties) => Object.hasOwn(properties, property) && gapIn(properties[property], property)?.isSecret === true,
  );
}

function gapIn(value: unknown, path: string, depth = 0): Gap | undefined {
  if (unknowns.has(value)) return { path, isSecret: false };
  if (value === hiddenSecret) return { path, isSecret: true };
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > deepest) return { path, isSecret: false };
  const kind = Array.isArray(value) ? undefined : (value as Properties)[mark];
  if (kind === marks.secret) return { path, isSecret: true };
  if (kind === marks.output) return { path, isSecret: (value as Properties)["secret"] === true };
  for (const [key, part] of Object.entries(value)) {
    const gap = gapIn(part, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, depth + 1);
    if (gap !== undefined) return gap;
  }
  return undefined;
}

/** Without the engine's own note of which inputs it has filled in. */
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  const object = plainObject(value);
  if (object === undefined) return value;
  const entries = Object.entries(object).filter(([key]) => key !== "__defaults");
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutDefaults(part)]));
}
