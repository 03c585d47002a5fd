/** How a judge did on cases with known answers. */
export interface Measured {
  readonly corpus: string;
  readonly cases: number;
  /** Of the cases that are so, the share that was found. */
  readonly recall: number;
  /** Of the cases that were found, the share that is so. */
  readonly precision: number;
  /** Titles of the cases with another answer than the right one. */
  readonly wrong: readonly string[];
}

export interface Judged {
  readonly title: string;
  readonly expected: boolean;
  /** Nothing where the judge gave no answer, which is as wrong as the other one. */
  readonly given: boolean | undefined;
}

export function measure(corpus: string, judged: readonly Judged[]): Measured {
  const positive = judged.filter(({ expected }) => expected);
  const found = judged.filter(({ given }) => given === true);
  const right = found.filter(({ expected }) => expected).length;
  return {
    corpus,
    cases: judged.length,
    recall: share(right, positive.length),
    precision: share(right, found.length),
    wrong: judged.filter(({ expected, given }) => expected !== given).map(({ title }) => title),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
