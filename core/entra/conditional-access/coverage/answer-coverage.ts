import { answerCase, type CoverageAnswer } from "./answer-case";
import { coverageCases, type CoverageSubject, type CoverageTenant } from "./coverage-case";
import { placesOf } from "./places";
import { policyRegion, type PolicyRegion } from "./policy-region";
import { type CoverageQuestion, type CoverageTerms, termsOf } from "./question";
import { isRecord } from "./read-fields";

/** Answers one question about policies that have been read once. */
export type CoverageAsker = (question: CoverageQuestion | CoverageTerms, subject?: CoverageSubject) => CoverageAnswer;

/**
 * Answers whether policies see to something for **every** sign-in that a question covers, whatever client, platform,
 * place, device or risk. Policies that are disabled or report-only count for nothing.
 *
 * @param policies in Graph's JSON shape; nothing of it is trusted, and what cannot be understood is said
 */
export function answerCoverage(
  question: CoverageQuestion | CoverageTerms,
  policies: readonly unknown[],
  tenant: CoverageTenant = {},
  subject?: CoverageSubject,
): CoverageAnswer {
  return coverageAsker(policies, tenant)(question, subject);
}

/** The same for many questions about the same policies. */
export function coverageAsker(policies: readonly unknown[], tenant: CoverageTenant = {}): CoverageAsker {
  const told: CoverageTenant = isRecord(tenant) ? tenant : {};
  const places = placesOf(told.namedLocations);
  const read = new Map<CoverageTerms["demand"], readonly PolicyRegion[]>();
  const regionsFor = (demand: CoverageTerms["demand"]): readonly PolicyRegion[] => {
    const regions = read.get(demand) ?? policies.map((policy, index) => policyRegion(policy, index, demand, places));
    read.set(demand, regions);
    return regions;
  };
  return (question, subject) => {
    const terms = termsOf(question);
    const cases = coverageCases(terms, told, subject);
    if (typeof cases === "string") return { answer: "undetermined", reasons: [cases] };
    let answer: CoverageAnswer = { answer: "yes", reasons: [] };
    for (const each of cases) {
      const found = answerCase(each, regionsFor(terms.demand), terms.demand);
      if (found.answer === "no") return found;
      if (found.answer === "undetermined" && answer.answer === "yes") answer = found;
    }
    return answer;
  };
}
