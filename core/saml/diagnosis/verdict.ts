import type { Check } from "./check";
import type { Verdict, VerdictOutcome, Verdicts } from "./diagnosis";

/** What comes of a sign-in whose checks stand in AWS's order. */
export function verdictsOf(checks: readonly Check[]): Verdicts {
  return { console: verdict(checks), api: verdict(checks.filter(({ only }) => only !== "console")) };
}

function verdict(checks: readonly Check[]): Verdict {
  const at = checks.findIndex(({ outcome }) => outcome === "refused");
  const first = checks[at];
  const open = (at < 0 ? checks : checks.slice(0, at)).filter(({ outcome }) => outcome === "unknown");
  const names = [...new Set(open.map(({ name }) => name))];
  if (first === undefined) return { outcome: names.length > 0 ? "undetermined" : "accepted", open: names };
  const { awsError, remedy, name } = first;
  return {
    outcome: "refused",
    ...(awsError === undefined ? {} : { awsError }),
    check: name,
    ...(remedy === undefined ? {} : { remedy }),
    open: names,
  };
}

const bestFirst: readonly VerdictOutcome[] = ["accepted", "undetermined", "refused"];

/** Of several roles: a sign-in succeeds when one of them can be taken. */
export function bestVerdicts(all: readonly Verdicts[]): Verdicts {
  return { console: best(all.map(({ console }) => console)), api: best(all.map(({ api }) => api)) };
}

function best(verdicts: readonly Verdict[]): Verdict {
  const [first] = bestFirst.flatMap((outcome) => verdicts.find((one) => one.outcome === outcome) ?? []);
  return first ?? { outcome: "undetermined", open: [] };
}
