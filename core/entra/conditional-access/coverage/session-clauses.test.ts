import { describe, expect, it } from "vitest";
import { answerCoverage } from "./answer-coverage";
import { toApplications } from "./question";

const policy = (sessionControls: unknown, grantControls: unknown = null, conditions: object = {}): object => ({
  displayName: "session",
  state: "enabled",
  conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] }, ...conditions },
  grantControls,
  sessionControls,
});
const frequency = (value: number, type = "hours", isEnabled = true): object => ({
  signInFrequency: { value, type, isEnabled, frequencyInterval: "timeBased" },
});
const browser = (mode: string): object => ({ persistentBrowser: { mode, isEnabled: true } });
const within = (hours: number, given: object): string =>
  answerCoverage({ demand: { hours }, covers: toApplications }, [given]).answer;
const withBrowser = (given: object): string =>
  answerCoverage({ demand: "no persistent browser", covers: { ...toApplications, client: ["browser"] } }, [given])
    .answer;

describe("a session's limit", () => {
  it.each([
    [24, policy(frequency(24)), "yes"],
    [24, policy(frequency(25)), "no"],
    [24, policy(frequency(1, "days")), "yes"],
    [24, policy(frequency(2, "days")), "no"],
    [24, policy(frequency(1, "hours", false)), "no"],
    [
      24,
      policy({ signInFrequency: { isEnabled: true, frequencyInterval: "everyTime", value: null, type: null } }),
      "yes",
    ],
    [24, policy(null), "no"],
    [24, policy(null, { operator: "OR", builtInControls: ["block"] }), "yes"],
    [24, policy({ signInFrequency: { isEnabled: true, value: "24", type: "hours" } }), "undetermined"],
    [24, policy(frequency(1), null, { clientAppTypes: ["browser"] }), "no"],
  ])("of %d hours for %j: %s", (hours, given, answer) => {
    expect(within(hours, given)).toBe(answer);
  });

  it.each([
    [policy(browser("never")), "yes"],
    [policy(browser("always")), "no"],
    [policy(frequency(1)), "no"],
    [policy(browser("never"), null, { clientAppTypes: ["browser"] }), "yes"],
  ])("that ends with the browser for %j: %s", (given, answer) => {
    expect(withBrowser(given)).toBe(answer);
  });
});
