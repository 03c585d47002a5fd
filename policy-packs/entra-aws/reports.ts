import { describeFinding, type Finding } from "../rules/index";

/** What is handed to the engine: one text at one resource, by the policy of that level. */
export interface Report {
  readonly level: Finding["level"];
  readonly urn: string | undefined;
  readonly text: string;
}

/**
 * Findings as the engine shows them. A value that is not known is reported once, with all rules that needed it: twenty
 * times the same sentence would hide the others. What is waived is shown and stops nothing.
 */
export function reportsOf(findings: readonly Finding[]): readonly Report[] {
  const reports = new Map<string, { readonly first: Finding; readonly others: string[] }>();
  for (const finding of findings) {
    const known = reports.get(placeOf(finding));
    if (known === undefined) reports.set(placeOf(finding), { first: finding, others: [] });
    else known.others.push(finding.rule);
  }
  return [...reports.values()].map(({ first, others }) => ({
    level: levelOf(first),
    urn: first.resource?.urn,
    text: [describeFinding(first), ...alsoOf(others)].join("\n"),
  }));
}

/** The same for findings that are one report: by no more than what nobody knows, at one level. */
function placeOf(finding: Finding): string {
  const { outcome, resource, property, fingerprint } = finding;
  if (outcome !== "undetermined" || resource === undefined || property === undefined) return fingerprint;
  return JSON.stringify([resource.urn, property, levelOf(finding), finding.waived]);
}

function levelOf({ waived, level }: Finding): Finding["level"] {
  return waived === undefined ? level : "advisory";
}

function alsoOf(rules: readonly string[]): readonly string[] {
  return rules.length === 0 ? [] : [`  also      ${[...new Set(rules)].join(", ")}`];
}
