import type {
  CoverageAnswer,
  CoverageQuestion,
  CoverageSubject,
  CoverageTenant,
} from "#core/entra/conditional-access/coverage";

/** A set of policies with the right answer to a question about them. */
export interface LabelledCase {
  readonly title: string;
  readonly answer: CoverageAnswer["answer"];
  /** In Graph's JSON shape. */
  readonly policies: readonly unknown[];
  readonly tenant?: CoverageTenant;
  readonly subject?: CoverageSubject;
}

/** All cases of one question, with the published check that they restate. */
export interface LabelledQuestion {
  readonly question: CoverageQuestion;
  readonly source: string;
  readonly cases: readonly LabelledCase[];
}
