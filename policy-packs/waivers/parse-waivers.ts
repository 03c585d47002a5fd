import { parseDocument } from "yaml";
import { error, missing, shown, under, unknownKeyProblems, type Problem } from "#core/problems";
import type { Waiver, Waivers } from "../rules/index";
import { dateProblems } from "./date-problems";

/** The most characters of a file of waivers: nobody reviews more. */
const longestFile = 1_000_000;
const longestText = 1000;

const properties = {
  rule: "the id of a rule, as naming-groups",
  resource: "a pattern for the resource's URN or name, as developers or urn:pulumi:*::*-role",
  reason: "why this is accepted",
  owner: "who answers for it",
  expires: "the last day on which the waiver holds, as 2027-03-31",
} as const satisfies Record<Exclude<keyof Waiver, "place">, string>;

const names = Object.keys(properties) as (keyof typeof properties)[];

/**
 * Reads a file of waivers: a YAML list whose entries have `rule`, `resource`, `reason`, `owner` and `expires`.
 *
 * Whatever the text is, the answer is what can be used and a list of what cannot. A waiver that has expired cannot.
 *
 * @param now milliseconds since 1970
 */
export function parseWaivers(text: string, now: number): Waivers {
  const { value, problems } = readYaml(text);
  if (problems.length > 0) return { waivers: [], problems };
  if (value === null || value === undefined) return { waivers: [], problems: [] };
  if (!Array.isArray(value))
    return { waivers: [], problems: [malformed("waivers", shown(value), "a list of waivers")] };
  const read = value.map((entry: unknown, index) => readWaiver(entry, `waivers[${index}]`, now));
  return {
    waivers: read.flatMap(({ waiver }) => waiver ?? []),
    problems: read.flatMap(({ problems: each }) => each),
  };
}

function readYaml(text: string): { value?: unknown; problems: readonly Problem[] } {
  const tooLong = `${text.length} characters`;
  if (text.length > longestFile) return { problems: [malformed("waivers", tooLong, `at most ${longestFile}`)] };
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: "error" });
    const [first] = document.errors;
    if (first === undefined) return { value: document.toJS({ maxAliasCount: 100 }) as unknown, problems: [] };
    const line = text.slice(0, first.pos[0]).split("\n").length;
    return { problems: [malformed("waivers", `no YAML on line ${line} (${shown(first.message)})`, "YAML")] };
  } catch (thrown) {
    // Aliases that multiply, and nesting that the reader cannot follow.
    const kind = thrown instanceof Error ? thrown.name : typeof thrown;
    return { problems: [malformed("waivers", `YAML that cannot be read (${kind})`, "a list without aliases")] };
  }
}

function readWaiver(
  entry: unknown,
  place: string,
  now: number,
): { readonly waiver?: Waiver; readonly problems: readonly Problem[] } {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    return { problems: [malformed(place, shown(entry), `an object with ${names.join(", ")}`)] };
  }
  const given = new Map<string, unknown>(Object.entries(entry));
  const problems = under(place, [
    ...unknownKeyProblems(Object.fromEntries(given), names, ""),
    ...names.flatMap((name) => textProblems(name, given.get(name))),
  ]);
  if (problems.length > 0) return { problems };
  const waiver = { ...(Object.fromEntries(given) as unknown as Omit<Waiver, "place">), place };
  const expiry = under(place, dateProblems("expires", waiver.expires, now));
  return expiry.length > 0 ? { problems: expiry } : { waiver, problems: [] };
}

function textProblems(name: keyof typeof properties, value: unknown): Problem[] {
  const expected = properties[name];
  if (value === undefined || value === null || value === "") return [missing(name, expected)];
  if (typeof value !== "string") return [malformed(name, shown(value), expected)];
  if (value.trim() === "") return [missing(name, expected)];
  return value.length <= longestText
    ? []
    : [malformed(name, `${value.length} characters`, `at most ${longestText} characters`)];
}

function malformed(property: string, given: string, expected: string): Problem {
  return error({ code: "waiver-malformed", property, given, expected });
}
