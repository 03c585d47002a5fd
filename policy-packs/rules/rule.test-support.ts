import { describe, expect, it } from "vitest";
import type { Surroundings } from "../facts";
import { exampleSurroundings, stackOf, type ExampleFinding, type RuleExample, type RuleExamples } from "./example";
import type { Finding } from "./finding";
import type { Rule } from "./rule";
import { runRules } from "./run-rules";
import type { Waiver } from "./waiver";

/**
 * Tests a rule on its examples: each must have exactly the findings that it names, in their order, and shows them all
 * the same when they are waived.
 */
export function testExamples(rule: Rule, examples: RuleExamples, surroundings = exampleSurroundings): void {
  describe.each(Object.entries(examples))("%s", (_outcome, list) => {
    it.each([...list])("$title", (example) => {
      expect(findingsOf(rule, example, surroundings).map(comparable)).toEqual(example.findings);
    });
  });

  it.each([...examples.violations])("waived: $title", (example) => {
    const found = findingsOf(rule, example, surroundings, [waiverOfAll(rule)]);
    expect(found.map(comparable)).toEqual(example.findings);
    expect(found.filter(({ waived }) => waived === undefined)).toEqual([]);
  });
}

/** What a rule finds in an example, with the example's settings and in a stack of the rule's scope. */
function findingsOf(
  rule: Rule,
  example: RuleExample,
  surroundings: Surroundings,
  waivers: readonly Waiver[] = [],
): readonly Finding[] {
  const configuration = {
    ...(rule.scope !== undefined && { scopes: [rule.scope] }),
    ...(example.settings && { [rule.id]: example.settings }),
  };
  return runRules([rule], stackOf(example.resources), surroundings, configuration, { waivers, problems: [] });
}

const waiverOfAll = ({ id }: Rule): Waiver => ({
  rule: id,
  resource: "*",
  reason: "an example",
  owner: "Ada",
  expires: "2027-03-31",
  place: "waivers[0]",
});

function comparable({ resource, outcome, property, message }: Finding): Record<keyof ExampleFinding, unknown> {
  return { outcome, resource: resource?.name, property, message };
}
