import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Workbench } from "./workbench";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * What both clouds hold, with names in the place of what is invented anew each time, so that two runs of one program
 * give the same: ids, keys and times. Lists have no order here. The tenant's bin is left out, and AWS's sessions.
 */
export function cloudsOf(bench: Workbench): Json {
  const clouds = join(bench.folder, "clouds");
  const files = readdirSync(clouds, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(tenant|account-\d+)\.json$/.test(file),
  );
  return Object.fromEntries(
    files.sort().map((file) => {
      const {
        deletedItems: _bin,
        sessions: _sessions,
        ...held
      } = JSON.parse(readFileSync(join(clouds, file), "utf8")) as Record<string, Json>;
      return [file, named(held)];
    }),
  );
}

function named(document: Json): Json {
  const names = [...namesIn(document)];
  const nameIn = (text: string): string => masked(names.reduce((left, [id, name]) => left.replaceAll(id, name), text));
  const withNames = (value: Json): Json => {
    if (typeof value === "string") return nameIn(value);
    if (Array.isArray(value)) return (value as Json[]).map(withNames).sort(byText);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => [nameIn(key), withNames(inner)] as const);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return withNames(document);
}

/** The id of each thing that has a name, with the name. */
function* namesIn(value: Json): Generator<[string, string]> {
  if (Array.isArray(value)) {
    for (const inner of value as Json[]) yield* namesIn(inner);
  } else if (typeof value === "object" && value !== null) {
    const thing = value as Record<string, Json>;
    const name = thing["displayName"] ?? thing["name"];
    for (const key of ["id", "appId"]) {
      if (typeof name === "string" && typeof thing[key] === "string") yield [thing[key], `<${key} of ${name}>`];
    }
    for (const inner of Object.values(thing)) yield* namesIn(inner);
  }
}

/** What is invented, in the order in which it is looked for. */
const inventions: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN[^]*-----END [A-Z ]+-----\s*/g, "<key>"],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, "<id>"],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "<time>"],
  [/\bA(ROA|IDA|NPA|KIA)[A-Z0-9]{12,}\b/g, "<A$1>"],
  [/\b[0-9A-Fa-f]{40}\b/g, "<thumbprint>"],
  [/[A-Za-z0-9+/_-]{27,}={0,2}/g, "<base64>"],
  [/^[0-9a-f]{8}-[0-9a-f]$/, "<mail nickname>"],
];

function masked(text: string): string {
  return inventions.reduce((before, [pattern, sign]) => before.replace(pattern, sign), text);
}

function byText(a: Json, b: Json): number {
  const [textOfA, textOfB] = [JSON.stringify(a), JSON.stringify(b)];
  return textOfA < textOfB ? -1 : textOfA > textOfB ? 1 : 0;
}
