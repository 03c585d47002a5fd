import { shown } from "#core/problems";

/** An object of Graph's JSON, read field by field; what does not fit is noted as a doubt and read as absent. */
export interface Fields {
  /** A list of texts; `known` are all values that it may have. */
  list(name: string, known?: readonly string[]): readonly string[];
  /** Texts joined by commas. */
  joined(name: string, known: readonly string[]): readonly string[];
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  flag(name: string): boolean | undefined;
  /** An object; of a missing one no doubt is noted. */
  object(name: string): Fields | undefined;
  /** Notes a doubt about a field. */
  doubt(name: string, reason: string): void;
  /** Notes a doubt about each field that has a value and has not been read: nobody here knows what it means. */
  doubtUnread(): void;
}

/** @param doubts takes one sentence without its end for each */
export function readFields(value: unknown, path: string, doubts: string[]): Fields {
  const entries = new Map<string, unknown>(isRecord(value) ? Object.entries(value) : []);
  const read = new Set<string>();
  const doubt = (name: string, reason: string): void => {
    doubts.push(`${path === "" ? "" : `${path}.`}${name} ${reason}`);
  };
  const take = (name: string): unknown => {
    read.add(name);
    return entries.get(name) ?? undefined;
  };
  const knownOnly = (name: string, texts: readonly string[], known?: readonly string[]): readonly string[] => {
    const strange = known && texts.find((text) => !known.includes(text));
    if (strange !== undefined) doubt(name, `names ${shown(strange)}, of which nothing is known`);
    return texts;
  };
  return {
    doubt,
    list(name, known) {
      const given = take(name) ?? [];
      if (Array.isArray(given) && given.every((each) => typeof each === "string")) return knownOnly(name, given, known);
      doubt(name, "is not a list of texts");
      return [];
    },
    joined(name, known) {
      const given = take(name) ?? "";
      if (typeof given === "string") return knownOnly(name, parts(given), known);
      doubt(name, "is not a text");
      return [];
    },
    text(name) {
      const given = take(name);
      if (given === undefined || typeof given === "string") return given;
      doubt(name, "is not a text");
      return undefined;
    },
    number(name) {
      const given = take(name);
      if (given === undefined || typeof given === "number") return given;
      doubt(name, "is not a number");
      return undefined;
    },
    flag(name) {
      const given = take(name);
      if (given === undefined || typeof given === "boolean") return given;
      doubt(name, "is neither true nor false");
      return undefined;
    },
    object(name) {
      const given = take(name);
      if (given === undefined) return undefined;
      if (isRecord(given)) return readFields(given, path === "" ? name : `${path}.${name}`, doubts);
      doubt(name, "is not an object");
      return undefined;
    },
    doubtUnread() {
      for (const [name, given] of entries) {
        if (!read.has(name) && !name.includes("@") && !isEmpty(given)) doubt(name, "is a condition that is not known");
      }
    },
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parts(joined: string): readonly string[] {
  return joined
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Graph sends what is not set as null, as an empty list, or as an object of such. */
function isEmpty(value: unknown): boolean {
  const isBlank = (part: unknown): boolean =>
    part === null || part === undefined || part === false || part === "" || (Array.isArray(part) && part.length === 0);
  return isBlank(value) || (isRecord(value) && Object.values(value).every(isBlank));
}
