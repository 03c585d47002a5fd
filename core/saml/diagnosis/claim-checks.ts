import { iamLimits, isSessionName } from "#core/aws";
import { awsClaims } from "#core/entra";
import { shown } from "#core/problems";
import type { VerifiedAssertion } from "#core/saml/response";
import { samlAttributes, sessionClaimsFault, sessionTags, sourceIdentity } from "#core/saml/trust";
import { type Check, ok, refused, sources, type Subject, unknown, warned } from "./check";
import type { FederationSettings, FederationStack } from "./federation-settings";
import { told } from "./instants";

/** What AWS reads in the attributes that hold for every role, in AWS's order. */
export function claimChecks(assertion: VerifiedAssertion, { stack }: FederationSettings): Check[] {
  return [
    sessionNameCheck(samlAttributes(assertion, awsClaims.roleSessionName), stack),
    sessionDurationCheck(samlAttributes(assertion, awsClaims.sessionDuration), stack),
  ];
}

/** The name itself is a person's, and is not shown: what is wrong with it can be told without. */
function sessionNameCheck(values: readonly string[], stack: FederationStack | undefined): Check {
  const { min, max } = iamLimits.roleSessionName;
  const [name = ""] = values;
  const from = stack === undefined ? "" : ` (the stack takes it from ${stack.sessionNameSource})`;
  const subject: Subject = {
    name: "session name",
    given: describedName(values),
    expected: `one of ${min} to ${max} letters, digits and _+=,.@-${from}`,
    source: sources.troubleshooting,
  };
  if (name === "") {
    const remedy =
      "the property that names the session is empty for this person, or the application has no claim RoleSessionName: fill it, or take another sessionNameSource";
    return refused(subject, "missingSessionName", remedy);
  }
  if (values.length === 1 && isSessionName(name)) return ok(subject);
  const remedy = isGuest(name)
    ? "guests have #EXT# in their user principal name: take another sessionNameSource, such as mail"
    : "take another sessionNameSource, such as mail or objectid";
  return refused(subject, "wrongSessionName", remedy);
}

function describedName(values: readonly string[]): string {
  const [name = ""] = values;
  if (values.length > 1) return `${values.length} values`;
  if (name === "") return "nothing";
  const wrong = [...new Set(Array.from(name).filter((character) => !/[\w+=,.@-]/.test(character)))];
  const guest = isGuest(name) ? ", a guest's name with #EXT#" : "";
  const characters = wrong.length === 0 ? "" : `, with ${shown(wrong.slice(0, 10).join(""))}`;
  return `${name.length} characters${characters}${guest}`;
}

function isGuest(name: string): boolean {
  return name.toUpperCase().includes("#EXT#");
}

function sessionDurationCheck(values: readonly string[], stack: FederationStack | undefined): Check {
  const { min, max } = iamLimits.sessionDurationClaim;
  const [value] = values;
  const wanted = stack?.sessionDuration;
  const subject: Subject = {
    name: "session duration",
    given: value === undefined ? "nothing, so AWS's own 3600" : values.map(shown).join(", ").slice(0, 200),
    expected: `one whole number from ${min} to ${max}${wanted === undefined ? "" : ` (the stack says ${wanted})`}`,
    source: sources.assertions,
  };
  if (value === undefined) {
    return wanted === undefined
      ? ok(subject)
      : warned(subject, "the stack's claims policy does not reach this sign-in: is it assigned to the application?");
  }
  const seconds = claimedSeconds(values);
  if (seconds === undefined) return refused(subject, "wrongSessionDuration", "correct the claim SessionDuration");
  if (wanted === undefined || wanted === seconds) return ok(subject);
  return warned(subject, "the response has another duration than the stack: was pulumi up run since?");
}

/** Seconds, where the claim is one that AWS takes. */
export function claimedSeconds([value, ...others]: readonly string[]): number | undefined {
  const seconds = value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  const { min, max } = iamLimits.sessionDurationClaim;
  return others.length === 0 && seconds >= min && seconds <= max ? seconds : undefined;
}

/** When the identity provider wants the session to end; the last thing that AWS looks at. */
export function sessionEndCheck({ sessionNotOnOrAfter }: VerifiedAssertion, now: Date): Check {
  const subject: Subject = {
    name: "session end",
    given: sessionNotOnOrAfter === undefined ? "nothing is said, as usual" : told(sessionNotOnOrAfter, now),
    expected: "a time that has not come, which shortens the session",
    source: sources.api,
  };
  if (sessionNotOnOrAfter === undefined) return ok(subject);
  const left = Math.floor((sessionNotOnOrAfter.getTime() - now.getTime()) / 1000);
  if (left <= 0) return refused(subject, "responseExpired", "sign in again");
  return left < iamLimits.sessionDurationClaim.min
    ? warned(subject, "the session ends within a quarter of an hour: sign in to Entra again")
    : ok(subject);
}

/** Keys of the session's tags; their values are not shown. */
export function tagsCheck(assertion: VerifiedAssertion): Check {
  const tags = sessionTags(assertion);
  const identity = sourceIdentity(assertion);
  const given = [
    ...(tags.length === 0 ? [] : [`tags ${tags.map(({ key }) => shown(key)).join(", ")}`.slice(0, 300)]),
    ...(identity === undefined ? [] : ["a source identity"]),
  ];
  const subject: Subject = {
    name: "session tags",
    given: given.length === 0 ? "none" : given.join(" and "),
    expected: `at most ${iamLimits.tags} tags, each key once and of at most ${iamLimits.tagKey} characters`,
    source: sources.tags,
  };
  const fault = sessionClaimsFault(assertion);
  // What AWS answers to these is not written down anywhere.
  return fault === undefined
    ? ok(subject)
    : unknown(subject, `AWS takes no ${fault}: correct the claims PrincipalTag and SourceIdentity`);
}
