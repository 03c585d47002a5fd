/**
 * How much may still be tried. Patterns can be written that would take years to compare; what is not decided when the
 * effort is spent counts as what is worse: that there is something in common, so that nothing passes for harmless.
 */
export interface Effort {
  left: number;
}

/** Some hundred milliseconds; the documents of AWS itself need a thousandth of it. */
export function effortForPrincipal(): Effort {
  return { left: 2_000_000 };
}

/** @returns false when it is spent */
export function spend(effort: Effort, steps: number): boolean {
  effort.left -= steps;
  return effort.left >= 0;
}
