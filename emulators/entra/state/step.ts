/** What a transition takes from outside: the clock and fresh ids. */
export interface Step {
  now: Date;
  newId: () => string;
}

/** A moment as Graph writes it: UTC, whole seconds. */
export function timestamp(moment: Date): string {
  return moment.toISOString().replace(/\.\d{3}Z$/, "Z");
}
