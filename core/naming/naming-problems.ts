import { didYouMean, error, type Problem, shown, unknownKeyProblems, warning } from "#core/problems";
import {
  type NameKind,
  nameKinds,
  type NamingConvention,
  patternOf,
  type Placeholder,
  placeholdersOf,
} from "./naming-convention";
import { parsePattern, type PatternPart } from "./pattern";

/** What keeps two things of a kind apart: without it, two roles of one account would get one name. */
const tellsRolesApart: readonly NameKind[] = ["group", "role", "appRole"];

/** Kinds that live beside those of other accounts, in one tenant. */
const tellsAccountsApart: readonly NameKind[] = ["application", "group"];

/** What is wrong with overridden patterns; defaults have no problems. */
export function namingProblems(overrides: Partial<NamingConvention>, property = "naming"): Problem[] {
  return [
    ...unknownKeyProblems(overrides, nameKinds, property),
    ...nameKinds
      .filter((kind) => overrides[kind] !== undefined)
      .flatMap((kind) => patternProblems(kind, patternOf(kind, overrides), `${property}.${kind}`)),
  ];
}

function patternProblems(kind: NameKind, pattern: string, property: string): Problem[] {
  const given = shown(pattern);
  if (pattern.trim() === "" || pattern.trim() !== pattern) {
    return [
      error({ code: "pattern-blank", property, given, expected: "text that is not empty, without spaces around" }),
    ];
  }
  const parsed = parsePattern(pattern);
  if ("parts" in parsed) {
    const foreign = foreignPlaceholder(kind, parsed.parts);
    if (foreign !== undefined) return [unknownPlaceholder(kind, foreign, given, property)];
    return distinctionProblems(kind, parsed.parts, given, property);
  }
  if (parsed.fault === "stray-brace") {
    const expected = `braces in pairs (the one at character ${parsed.position + 1} is alone)`;
    return [error({ code: "pattern-stray-brace", property, given, expected })];
  }
  return [unknownPlaceholder(kind, parsed.name, given, property)];
}

function foreignPlaceholder(kind: NameKind, parts: readonly PatternPart[]): Placeholder | undefined {
  const used = parts.flatMap((part) => ("placeholder" in part ? [part.placeholder] : []));
  return used.find((placeholder) => !placeholdersOf[kind].includes(placeholder));
}

function unknownPlaceholder(kind: NameKind, name: string, given: string, property: string): Problem {
  const known = placeholdersOf[kind];
  const remedy = didYouMean(name, known, (placeholder) => `{${placeholder}}`);
  const expected = `placeholders out of ${known.map((placeholder) => `{${placeholder}}`).join(" ")}`;
  return error({ code: "pattern-unknown-placeholder", property, given, expected, remedy });
}

function distinctionProblems(
  kind: NameKind,
  parts: readonly PatternPart[],
  given: string,
  property: string,
): Problem[] {
  const has = (wanted: Placeholder) => parts.some((part) => "placeholder" in part && part.placeholder === wanted);
  const problems: Problem[] = [];
  if (parts.some((part, at) => "placeholder" in part && at > 0 && "placeholder" in (parts[at - 1] ?? {}))) {
    const remedy = "Account1 with role 2A and Account12 with role A would get one name; put a dash between";
    problems.push(
      error({ code: "pattern-ambiguous", property, given, expected: "text between two placeholders", remedy }),
    );
  }
  if (tellsRolesApart.includes(kind) && !has("role")) {
    const remedy = "without it all roles of an account would share one name";
    problems.push(error({ code: "pattern-without-role", property, given, expected: "a pattern with {role}", remedy }));
  }
  if (tellsAccountsApart.includes(kind) && !has("account") && !has("accountId")) {
    const expected = "a pattern with {account} or {accountId}";
    const remedy = "a second account in this tenant would want the same name";
    problems.push(warning({ code: "pattern-without-account", property, given, expected, remedy }));
  }
  return problems;
}
