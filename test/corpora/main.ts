import { answerCoverage } from "#core/entra/conditional-access/coverage";
import { conditionalAccessCorpus } from "./conditional-access";
import { escalationCorpus } from "./escalation";
import { doesEscalate } from "./escalation/does-escalate";
import { measure, type Measured } from "./measure";

/** Recall and precision on every corpus of answers that are known. */
export function measureAll(now: number): readonly Measured[] {
  return [
    ...escalationCorpus.map(({ name, cases }) =>
      measure(
        `escalation: ${name}`,
        cases.map((each) => ({ title: each.title, expected: each.escalates, given: doesEscalate(each, now) })),
      ),
    ),
    ...conditionalAccessCorpus.map(({ question, cases }) =>
      measure(
        `conditional access: ${question}`,
        cases
          .filter(({ answer }) => answer !== "undetermined")
          .map(({ title, answer, policies, tenant, subject }) => {
            const given = answerCoverage(question, policies, tenant, subject).answer;
            return { title, expected: answer === "yes", given: given === "undetermined" ? undefined : given === "yes" };
          }),
      ),
    ),
  ];
}

/** One line a corpus, and the cases with a wrong answer. */
export function table(measured: readonly Measured[]): string {
  const lines = measured.map(({ corpus, cases, recall, precision, wrong }) =>
    [
      corpus.padEnd(62),
      String(cases).padStart(5),
      recall.toFixed(3).padStart(9),
      precision.toFixed(3).padStart(9),
      ...wrong.map((title) => `\n  wrong: ${title}`),
    ].join(" "),
  );
  return [`${"corpus".padEnd(62)} cases    recall precision`, ...lines].join("\n");
}

if (require.main === module) {
  const measured = measureAll(Date.now());
  process.stdout.write(`${table(measured)}\n`);
  process.exitCode = measured.every(({ recall, precision }) => recall >= 0.99 && precision >= 0.99) ? 0 : 1;
}
