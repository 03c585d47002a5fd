export type { AcceptedExclusions } from "./accepted-exclusions";
export type { CoverageAnswer } from "./answer-case";
export { answerCoverage, type CoverageAsker, coverageAsker } from "./answer-coverage";
export type { CoverageSubject, CoverageTenant } from "./coverage-case";
export { highlyPrivilegedRoles } from "./highly-privileged-roles";
export {
  type CoverageQuestion,
  coverageQuestionNames,
  type CoverageTerms,
  isCoverageQuestion,
  toApplications,
} from "./question";
export { type UncoveredExclusion, uncoveredExclusions } from "./uncovered-exclusions";
