import type { StackResource } from "../stack-resource";

/** The text of a property; nothing where it is absent, unknown or no text. */
export function textOf(resource: StackResource, property: string): string | undefined {
  const reading = resource.read(property);
  return reading.kind === "known" && typeof reading.value === "string" ? reading.value : undefined;
}

/** The texts in a property that holds a list of them. */
export function textsOf(resource: StackResource, property: string): readonly string[] {
  const reading = resource.read(property);
  if (reading.kind !== "known" || !Array.isArray(reading.value)) return [];
  return reading.value.filter((value) => typeof value === "string");
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
