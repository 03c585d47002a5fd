import type { Properties } from "./reviewed-stack";

/** The value as an object with members, or nothing: lists and texts have none. */
export function plainObject(value: unknown): Properties | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Properties) : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
