import { answerCoverage } from "#core/entra/conditional-access/coverage";
import { describe, expect, it } from "vitest";
import { conditionalAccessCorpus } from "./index";

describe.each([...conditionalAccessCorpus])("$question", ({ question, cases }) => {
  it.each([...cases])("$title: $answer", ({ answer, policies, tenant, subject }) => {
    const given = answerCoverage(question, policies, tenant, subject);
    expect(given.answer, given.reasons.join("\n")).toBe(answer);
  });

  it("has cases of both answers", () => {
    const labels = new Set(cases.map(({ answer }) => answer));
    expect([labels.has("yes"), labels.has("no")]).toEqual([true, true]);
  });
});
