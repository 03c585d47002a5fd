import { phraseOf, rankOf } from "./aspects";
import { missedClause, type Point } from "./find-escape";
import { type Demand, isDemand } from "./grant-clauses";
import type { PolicyRegion } from "./policy-region";
import type { CoverageTerms } from "./question";

const outcomes: Readonly<Record<Demand, string>> = {
  block: "is not blocked",
  mfa: "gets through without MFA",
  "phishing-resistant": "gets through without phishing-resistant MFA",
  "managed-device": "gets through from a device that nobody manages",
};

function outcomeOf(demand: CoverageTerms["demand"]): string {
  if (isDemand(demand)) return outcomes[demand];
  return typeof demand === "string"
    ? "leaves a session that outlives the browser"
    : `leaves a session of more than ${demand.hours} hours`;
}

/** The sign-in that escapes, in one sentence without its end: what is ordinary about it is left out. */
export function describeEscape(demand: CoverageTerms["demand"], whose: string, point: Point): string {
  const phrases = [...point]
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .flatMap(([aspect, value]) => phraseOf(aspect, value) ?? []);
  const unlike = phrases.filter((phrase) => !whose.includes(phrase));
  const more = unlike.length > mostPhrases ? `, and ${unlike.length - mostPhrases} particulars more,` : "";
  return `a sign-in${[whose, ...unlike.slice(0, mostPhrases)].map((phrase) => phrase && ` ${phrase}`).join("")}${more} ${outcomeOf(demand)}`;
}

const mostPhrases = 8;

const mostReasons = 12;

/** Why no policy reaches the sign-in, policy by policy. */
export function describeMisses(regions: readonly PolicyRegion[], point: Point): readonly string[] {
  const reasons = regions.flatMap(({ name, ignored, clauses, doubts }) => {
    if (ignored !== undefined) return [`policy ${name}: ${ignored}`];
    const missed = missedClause(clauses, point);
    if (missed !== undefined) return [`policy ${name}: ${missed.otherwise}`];
    return doubts.slice(0, 1).map((doubt) => `policy ${name}: ${doubt}`);
  });
  if (reasons.length === 0) return ["there is no policy"];
  return shortened(reasons);
}

export function shortened(reasons: readonly string[]): readonly string[] {
  if (reasons.length <= mostReasons) return reasons;
  return [...reasons.slice(0, mostReasons), `and ${reasons.length - mostReasons} more policies`];
}
