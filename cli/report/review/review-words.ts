import type { ReviewFinding, ReviewResult } from "#cli/jobs";

/** What is put before a message that is not of a violation. */
export const outcomeWords: Readonly<Record<ReviewFinding["outcome"], string>> = {
  violation: "",
  undetermined: "cannot be determined: ",
  failed: "the rule could not be run: ",
};

export const severities = ["critical", "high", "medium", "low"] as const satisfies readonly ReviewFinding["severity"][];

/** `3 findings: 2 mandatory, 1 advisory · 1 critical, 2 high · 1 cannot be determined · 1 waived` */
export function totalsLine({ totals, resources }: Pick<ReviewResult, "totals" | "resources">): string {
  const { findings, waived, byLevel, bySeverity, byOutcome } = totals;
  const apart = [
    list([
      [byLevel.mandatory, "mandatory"],
      [byLevel.advisory, "advisory"],
    ]),
    list(severities.map((severity) => [bySeverity[severity], severity])),
    list([
      [byOutcome.undetermined, "cannot be determined"],
      [byOutcome.failed, byOutcome.failed === 1 ? "rule could not be run" : "rules could not be run"],
    ]),
    list([[waived, "waived"]]),
  ].filter((part) => part !== "");
  const all = `${findings === 0 ? "no" : findings} ${findings === 1 ? "finding" : "findings"} in ${resources} resources`;
  return apart.length === 0 ? all : `${all}: ${apart.join(" · ")}`;
}

/** `1 critical, 2 high`; what there is none of is left out. */
export function list(counts: readonly (readonly [number, string])[]): string {
  return counts.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}`])).join(", ");
}

/** `index.ts:7` */
export function placeOf({ location }: ReviewFinding): string | undefined {
  return location === undefined ? undefined : `${location.file}:${location.line}`;
}

/** `naming-groups`, or `their-pack/their-policy`. */
export function ruleName({ pack, rule }: ReviewFinding): string {
  return pack === "entra-aws" ? rule : `${pack}/${rule}`;
}
