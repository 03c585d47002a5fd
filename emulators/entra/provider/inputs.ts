import type { Inputs, Known } from "#emulators/wire/pulumi-provider";

// Reading a resource's inputs, whose basic types the check has already held to the schema.

export function text(inputs: Inputs, property: string): string {
  return optionalText(inputs, property) ?? "";
}

/** Terraform cannot tell an empty text from an absent one, so here they are the same too. */
export function optionalText(inputs: Inputs, property: string): string | undefined {
  const value = inputs[property];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function flag(inputs: Inputs, property: string): boolean {
  return inputs[property] === true;
}

export function texts(inputs: Inputs, property: string): string[] {
  return optionalTexts(inputs, property) ?? [];
}

export function optionalTexts(inputs: Inputs, property: string): string[] | undefined {
  const value = inputs[property];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : undefined;
}

/** A nested block, or nothing. */
export function block(inputs: Inputs, property: string): Inputs | undefined {
  const value = inputs[property];
  return isBlock(value) ? value : undefined;
}

function isBlock(value: Known | undefined): value is Inputs {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
