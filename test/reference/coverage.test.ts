import { answerCoverage } from "#core/entra/conditional-access/coverage";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryPolicies, namedLocations } from "./arbitrary-sign-ins";
import { arbitraryWidePolicies } from "./arbitrary-wide-policies";
import { naiveCoverage, naiveQuestions } from "./naive-coverage";

const questions = Object.keys(naiveQuestions) as (keyof typeof naiveQuestions)[];

describe("answerCoverage, judged by trying every sign-in of a small world", () => {
  it.each(questions)("answers %s alike for policies that leave out little", (question) => {
    const answers = { yes: 0, no: 0, undetermined: 0 };
    fc.assert(
      fc.property(arbitraryWidePolicies, (policies) => {
        const { answer } = answerCoverage(question, policies, { namedLocations });
        answers[answer]++;
        expect(answer).toBe(naiveCoverage(question, policies));
      }),
      { numRuns: 80 },
    );
    expect(Math.min(answers.yes, answers.no), "both answers are tried").toBeGreaterThan(10);
  });

  it.each(questions)("answers %s alike for any policies", (question) => {
    fc.assert(
      fc.property(arbitraryPolicies, (policies) => {
        expect(answerCoverage(question, policies, { namedLocations }).answer).toBe(naiveCoverage(question, policies));
      }),
      { numRuns: 60 },
    );
  });
});
