import { matchesWildcard, parsePattern } from "#core/aws/authorization";
import { didYouMean, shown } from "#core/problems";
import type { Finding } from "./finding";
import type { Level } from "./rule";
import type { Waiver, Waivers } from "./waiver";

/** What is said of waivers themselves. */
export interface WaiverFinding {
  readonly outcome: "violation";
  readonly level: Exclude<Level, "disabled">;
  readonly property: string;
  readonly message: string;
  readonly remedy?: string;
}

/**
 * Marks the findings that a waiver covers; they stay in the list. A rule that broke cannot be waived: nobody knows
 * what it would have found.
 *
 * @param known ids of all rules
 * @returns also what is wrong with the waivers: malformed and expired ones, and those that cover nothing
 */
export function applyWaivers<Found extends Pick<Finding, "rule" | "outcome" | "resource">>(
  findings: readonly Found[],
  { waivers, problems }: Waivers,
  known: readonly string[],
): { readonly findings: readonly (Found & Pick<Finding, "waived">)[]; readonly ofWaivers: readonly WaiverFinding[] } {
  const used = new Set<Waiver>();
  const marked = findings.map((finding) => {
    const covering = finding.outcome === "failed" ? [] : waivers.filter((waiver) => covers(waiver, finding));
    for (const waiver of covering) used.add(waiver);
    const [first] = covering;
    if (first === undefined) return finding;
    const { reason, owner, expires } = first;
    return { ...finding, waived: { reason, owner, expires } };
  });
  const malformed = problems.map(({ property, given, expected, remedy }): WaiverFinding => {
    const message = `the waiver cannot be used: ${property} is ${given}, expected is ${expected}`;
    return { outcome: "violation", level: "mandatory", property, message, ...(remedy !== undefined && { remedy }) };
  });
  return {
    findings: marked,
    ofWaivers: [...malformed, ...waivers.filter((each) => !used.has(each)).map((each) => uselessWaiver(each, known))],
  };
}

function covers(waiver: Waiver, { rule, resource }: Pick<Finding, "rule" | "resource">): boolean {
  if (waiver.rule !== rule) return false;
  // What is missing from the whole stack has no resource; only the pattern for all speaks of it.
  if (resource === undefined) return waiver.resource === "*";
  const pattern = parsePattern(waiver.resource);
  return matchesWildcard(pattern, resource.urn) || matchesWildcard(pattern, resource.name);
}

function uselessWaiver({ rule, resource, place }: Waiver, known: readonly string[]): WaiverFinding {
  const outcome = "violation";
  if (!known.includes(rule)) {
    const suggestion = didYouMean(rule, known);
    const message = `the waiver is of a rule that does not exist: ${shown(rule)}`;
    const remedy = `Correct the rule's id${suggestion === undefined ? "" : ` (${suggestion})`} or remove the waiver.`;
    return { outcome, level: "mandatory", property: `${place}.rule`, message, remedy };
  }
  const message = `the waiver of ${rule} for ${shown(resource)} covers no finding`;
  return { outcome, level: "advisory", property: place, message, remedy: "Remove the waiver, or correct its pattern." };
}
