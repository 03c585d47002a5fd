import type { Inputs, Known, Outputs } from "#emulators/wire/pulumi-provider";

import type { Tag } from "../state/account";
import type { AccountCloud } from "./cloud";

/** A text that the schema requires, or that check has filled in. */
export function text(inputs: Inputs, property: string): string {
  const value = optionalText(inputs, property);
  if (value === undefined) throw new Error(`${property} is not there`);
  return value;
}

/** A text, or nothing; the genuine provider takes an empty one for none. */
export function optionalText(inputs: Inputs, property: string): string | undefined {
  const value = inputs[property];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function optionalNumber(inputs: Inputs, property: string): number | undefined {
  const value = inputs[property];
  return typeof value === "number" ? value : undefined;
}

export function isOn(inputs: Inputs, property: string): boolean {
  return inputs[property] === true;
}

/** The tags that a resource gets: the provider's, and over them its own. */
export function allTags({ defaultTags }: AccountCloud, inputs: Inputs): Tag[] {
  const tags = new Map(defaultTags.map(({ key, value }) => [key, value]));
  for (const { key, value } of tagList(inputs.tags)) tags.set(key, value);
  return [...tags].map(([key, value]) => ({ key, value }));
}

export function tagList(value: Known | undefined): Tag[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value as Inputs).flatMap(([key, entry]) =>
    typeof entry === "string" ? [{ key, value: entry }] : [],
  );
}

/** What a resource's tags are as inputs: all but those that are the provider's alone. */
export function tagInputs({ defaultTags }: AccountCloud, tags: readonly Tag[]): { tags?: Record<string, string> } {
  const isDefault = (tag: Tag): boolean => defaultTags.some(({ key, value }) => key === tag.key && value === tag.value);
  const own = tags.filter((tag) => !isDefault(tag));
  return own.length === 0 ? {} : { tags: tagMap(own) };
}

export function tagMap(tags: readonly Tag[]): Record<string, string> {
  return Object.fromEntries(tags.map(({ key, value }) => [key, value]));
}

/** Leaves out what is not there, as the provider's outputs do. */
export function present(outputs: Readonly<Record<string, Known | undefined>>): Outputs {
  return Object.fromEntries(
    Object.entries(outputs).filter((entry): entry is [string, Known] => entry[1] !== undefined),
  );
}

/** Outputs that are told anew when the tags change. */
export function tagsAllOnChange(changed: ReadonlySet<string>): readonly string[] {
  return changed.has("tags") ? ["tagsAll"] : [];
}
