import type { ProviderFace, ResourceFace } from "./face";
import type { Properties, PropertyType } from "./schema";

/** Names in a face's hand-written tables that the generated schema does not have: each is a slip of the pen. */
export function faceProblems<Cloud>(face: ProviderFace<Cloud>): string[] {
  const { configuration } = face.schema;
  return [
    ...strangers(face.name, "modelledConfiguration", face.modelledConfiguration, configuration),
    ...strangers(face.name, "acceptedConfiguration", face.acceptedConfiguration, configuration),
    ...face.resources.flatMap(resourceProblems),
    ...face.invokes.flatMap(({ schema, modelled }) => strangers(schema.token, "modelled", modelled, schema.inputs)),
  ];
}

function resourceProblems<Cloud>(face: ResourceFace<Cloud>): string[] {
  const { token, inputs, outputs } = face.schema;
  return [
    ...strangers(token, "modelled", face.modelled, inputs),
    ...strangers(token, "replaceOnChange", face.replaceOnChange, inputs),
    ...strangers(token, "replaceOnPresence", face.replaceOnPresence ?? [], inputs),
    ...strangers(token, "optionalComputed", face.optionalComputed ?? [], inputs),
    ...strangers(token, "writeOnly", face.writeOnly ?? [], inputs),
    ...strangers(token, "sets", face.sets ?? [], inputs),
    ...strangers(token, "jsonDocuments", face.jsonDocuments ?? [], inputs),
    ...strangers(token, "equivalent", Object.keys(face.equivalent ?? {}), inputs),
    ...strangers(token, "autoName", face.autoName === undefined ? [] : [face.autoName.property], inputs),
    ...strangers(token, "computed", face.computed, outputs),
  ];
}

function strangers(token: string, table: string, names: readonly string[], properties: Properties): string[] {
  return names
    .filter((name) => !isDeclared(name.split("."), { object: properties }))
    .map((name) => `${token}: ${table} names ${name}, which the schema does not have`);
}

function isDeclared([name, ...rest]: readonly string[], type: PropertyType): boolean {
  if (name === undefined || type === "any") return true;
  if (typeof type === "string") return false;
  if ("list" in type) return isDeclared([name, ...rest], type.list);
  if ("map" in type) return isDeclared(rest, type.map);
  if ("anyOf" in type) return type.anyOf.some((alternative) => isDeclared([name, ...rest], alternative));
  const property = Object.hasOwn(type.object, name) ? type.object[name] : undefined;
  return property !== undefined && isDeclared(rest, property.type);
}
