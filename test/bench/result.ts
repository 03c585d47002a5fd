/** One measured thing against what it is measured by; both from the same run, in turn. */
export interface BenchResult {
  readonly name: string;
  /** `s`, `s CPU`, `MB`. */
  readonly unit: string;
  readonly value: number;
  readonly reference: number;
  /** `value / reference`. */
  readonly ratio: number;
  /** The most that `ratio` may be. */
  readonly limit: number;
}

/** Compares the medians: one slow moment of the machine decides nothing. */
export function compared(
  name: string,
  unit: string,
  limit: number,
  values: readonly number[],
  references: readonly number[],
): BenchResult {
  const [value, reference] = [median(values), median(references)];
  return { name, unit, value, reference, ratio: value / reference, limit };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
}

/** One line a result, aligned, the limit beside it. */
export function renderResults(results: readonly BenchResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const number = (value: number): string => value.toFixed(2).padStart(8);
  return results
    .map(({ name, unit, value, reference, ratio, limit }) => {
      const verdict = ratio <= limit ? "within" : "OVER  ";
      return `${name.padEnd(width)} ${number(value)} ${number(reference)} ${unit.padEnd(5)}  ratio ${ratio.toFixed(3)}  ${verdict} ${limit}\n`;
    })
    .join("");
}
