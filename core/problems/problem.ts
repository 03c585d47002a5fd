/** One thing that is wrong with what was given, told so that a person can mend it without reading code. */
export interface Problem {
  /** An error stops everything before it is registered; a warning is shown and work goes on. */
  severity: "error" | "warning";
  /** Stable and kebab-case, for tests and machines: `account-id-malformed`. */
  code: string;
  /** Where it was given: `roles.Developer.maxSessionDuration`. */
  property: string;
  /** What was given, as text to show; make it with `shown`. A secret is described here, never repeated. */
  given: string;
  /** What is accepted instead. */
  expected: string;
  /** What to do, where `expected` alone does not say it. */
  remedy?: string;
}

type Details = Omit<Problem, "severity">;

/** A problem that stops everything. */
export function error(details: Details): Problem {
  return { severity: "error", ...details };
}

/** A problem that is only told. */
export function warning(details: Details): Problem {
  return { severity: "warning", ...details };
}

/** Something that must be given and is not. */
export function missing(property: string, expected: string, remedy?: string): Problem {
  return error({ code: "missing", property, given: "nothing", expected, remedy });
}

/** Whether any of the problems stops everything. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** The same problems, with their properties placed under another one: `id` under `account` is `account.id`. */
export function under(property: string, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({
    ...problem,
    property: problem.property === "" ? property : `${property}.${problem.property}`,
  }));
}
