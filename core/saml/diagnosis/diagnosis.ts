import type { AwsError, Check } from "./check";

/** What comes of a sign-in: `undetermined` when nothing refuses it and something that would decide is not known. */
export type VerdictOutcome = "accepted" | "refused" | "undetermined";

export interface Verdict {
  readonly outcome: VerdictOutcome;
  /** The first error that AWS gives, of what is known. */
  readonly awsError?: AwsError;
  /** The check that it comes from, and what to do. */
  readonly check?: string;
  readonly remedy?: string;
  /** Checks before that one, or all, whose outcome is not known: they could refuse first. */
  readonly open: readonly string[];
}

/** By the browser, and by `AssumeRoleWithSAML` with its own default of an hour. */
export interface Verdicts {
  readonly console: Verdict;
  readonly api: Verdict;
}

/** One role that the response offers. */
export interface RoleDiagnosis {
  readonly roleArn?: string;
  readonly samlProviderArn?: string;
  readonly checks: readonly Check[];
  readonly verdicts: Verdicts;
}

/** Everything that AWS looks at in a response, whether or not something before it refuses already. */
export interface Diagnosis {
  /** ISO 8601. */
  readonly judgedAt: string;
  /** Of the role that comes off best; of the one that was asked for. */
  readonly verdicts: Verdicts;
  /** By each provider that the response names: document, signature, certificate, issuer. */
  readonly providers: readonly { readonly arn?: string; readonly checks: readonly Check[] }[];
  /** What holds for every role. */
  readonly response: readonly Check[];
  readonly roles: readonly RoleDiagnosis[];
}
