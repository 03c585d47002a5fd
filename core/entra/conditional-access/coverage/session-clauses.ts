import type { Clause } from "./clause";
import type { Fields } from "./read-fields";

/** What a question asks of sessions: that none lasts without a new sign-in, or that none outlives its browser. */
export type SessionLimit = { readonly hours: number } | "no persistent browser";

/** The sessions that a policy limits: all that it reaches, or none. A policy that blocks leaves no session. */
export function sessionClauses(policy: Fields, limit: SessionLimit): readonly Clause[] {
  const blocks = policy.object("grantControls")?.list("builtInControls").includes("block") ?? false;
  const session = policy.object("sessionControls");
  if (blocks) return [];
  const otherwise =
    typeof limit === "string" ? "lets a browser stay signed in" : `asks for no new sign-in within ${limit.hours} hours`;
  const limited =
    session !== undefined && (typeof limit === "string" ? endsWithBrowser(session) : endsWithin(session, limit.hours));
  return limited ? [] : [{ anyOf: [], otherwise }];
}

function endsWithBrowser(session: Fields): boolean {
  const persistence = session.object("persistentBrowser");
  return persistence?.flag("isEnabled") === true && persistence.text("mode") === "never";
}

const hoursOf: ReadonlyMap<string | undefined, number> = new Map([
  ["hours", 1],
  ["days", 24],
]);

function endsWithin(session: Fields, hours: number): boolean {
  const frequency = session.object("signInFrequency");
  if (frequency?.flag("isEnabled") !== true) return false;
  if (frequency.text("frequencyInterval") === "everyTime") return true;
  const value = frequency.number("value") ?? Infinity;
  return value * (hoursOf.get(frequency.text("type")) ?? Infinity) <= hours;
}
