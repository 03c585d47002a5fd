import {
  answerCoverage,
  type CoverageAnswer,
  coverageQuestionNames,
  type CoverageTenant,
  isCoverageQuestion,
} from "#core/entra/conditional-access/coverage";
import { didYouMean, shown } from "#core/problems";

/** One line's answer, or what is wrong with the line. `id` is the line's own, null where it has none. */
export type ConditionalAccessLine = { readonly id: unknown } & (CoverageAnswer | { readonly error: string });

/**
 * Answers one line: `{ id, question, policies, tenant, subject }`, all of it parsed JSON of which nothing is trusted.
 * A policy that cannot be understood is a reason of the answer; a question that does not exist is an error.
 */
export function analyzeConditionalAccessLine(line: unknown): ConditionalAccessLine {
  if (!isRecord(line)) return { id: null, error: `the line must be a JSON object, not ${kindOf(line)}` };
  const { id = null, question, policies, tenant, subject } = line;
  if (!isCoverageQuestion(question)) return { id, error: unknownQuestion(question) };
  if (!Array.isArray(policies)) return { id, error: `“policies” must be a list of policies, not ${kindOf(policies)}` };
  return {
    id,
    ...answerCoverage(question, policies, tenantOf(tenant), isRecord(subject) ? subject : undefined),
  };
}

/** What is in it is judged where it is read. */
function tenantOf(tenant: unknown): CoverageTenant {
  return isRecord(tenant) ? tenant : {};
}

function unknownQuestion(question: unknown): string {
  const suggestion = typeof question === "string" ? didYouMean(question, coverageQuestionNames) : undefined;
  const given = typeof question === "string" ? shown(question) : kindOf(question);
  const known = suggestion ?? `it is one of ${coverageQuestionNames.join(", ")}`;
  return `“question” must be a question that can be answered, not ${given}; ${known}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
