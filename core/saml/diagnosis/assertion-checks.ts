import { isSamlEndpoint, type PartitionName, partitions, redeemableForMilliseconds } from "#core/aws";
import { shown } from "#core/problems";
import type { SubjectConfirmation, VerifiedAssertion } from "#core/saml/response";
import { type Check, ok, refused, sources, type Subject } from "./check";
import { lengthOf, told } from "./instants";

const bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

/** For whom the assertion is, and for when, in AWS's order. */
export function assertionChecks(assertion: VerifiedAssertion, partition: PartitionName, now: Date): Check[] {
  const [confirmation] = assertion.subjectConfirmations;
  return [
    confirmationCheck(assertion.subjectConfirmations),
    recipientCheck(confirmation?.recipient, partition),
    audienceCheck(assertion.audiences, partition),
    notBeforeCheck(assertion, now),
    redemptionCheck(assertion, now),
    endCheck([confirmation?.notOnOrAfter, assertion.notOnOrAfter], now),
  ];
}

function confirmationCheck(confirmations: readonly SubjectConfirmation[]): Check {
  const [one, ...others] = confirmations;
  const lacking = [
    ...(one?.method === bearer ? [] : ["the method bearer"]),
    ...(one?.recipient === undefined ? ["Recipient"] : []),
    ...(one?.notOnOrAfter === undefined ? ["NotOnOrAfter"] : []),
  ];
  const isOne = one !== undefined && others.length === 0;
  const subject: Subject = {
    name: "subject confirmation",
    given: isOne
      ? lacking.length === 0
        ? "one, complete"
        : `one without ${lacking.join(", ")}`
      : `${confirmations.length} of them`,
    expected: "exactly one, bearer, with Recipient and NotOnOrAfter",
    source: sources.assertions,
  };
  if (isOne && lacking.length === 0) return ok(subject);
  return refused(
    subject,
    "wrongSubjectConfirmation",
    "Entra always writes it so: something else made or changed this response",
  );
}

function recipientCheck(recipient: string | undefined, partition: PartitionName): Check {
  const { samlEndpoint } = partitions[partition];
  const subject: Subject = {
    name: "recipient",
    given: shown(recipient),
    expected: partition === "aws" ? `${samlEndpoint}, or that of a region` : samlEndpoint,
    source: sources.assertions,
  };
  if (recipient !== undefined && isSamlEndpoint(partition, recipient)) return ok(subject);
  const remedy = `set the application's reply URL to ${samlEndpoint}, without a fragment`;
  return refused(subject, "wrongRecipient", remedy);
}

function audienceCheck(audiences: readonly string[], partition: PartitionName): Check {
  const { samlAudiences } = partitions[partition];
  const subject: Subject = {
    name: "audience",
    given: audiences.length === 0 ? "none" : audiences.map(shown).join(", ").slice(0, 400),
    expected: samlAudiences.join(" or "),
    source: sources.assertions,
  };
  if (audiences.some((audience) => samlAudiences.includes(audience))) return ok(subject);
  const remedy =
    "the application's identifier has to be the AWS endpoint, at most with a #fragment; only gallery applications strip the fragment";
  return refused(subject, "wrongAudience", remedy);
}

function notBeforeCheck({ notBefore }: VerifiedAssertion, now: Date): Check {
  const subject: Subject = {
    name: "not before",
    given: notBefore === undefined ? "nothing is said" : told(notBefore, now),
    expected: "a time that has come",
    source: sources.assertions,
  };
  if (notBefore === undefined || now >= notBefore) return ok(subject);
  return refused(subject, "notYetValid", "compare the clocks: of this machine, or of what signed the response");
}

function redemptionCheck({ issueInstant }: VerifiedAssertion, now: Date): Check {
  const subject: Subject = {
    name: "redemption",
    given: `issued ${told(issueInstant, now)}`,
    expected: `at most ${lengthOf(redeemableForMilliseconds)} before it is presented`,
    source: sources.troubleshooting,
  };
  if (now.getTime() - issueInstant.getTime() <= redeemableForMilliseconds) return ok(subject);
  const remedy = `sign in again; to judge it as of when it was presented, add --at ${issueInstant.toISOString()}`;
  return refused(subject, "redeemedLate", remedy);
}

function endCheck(ends: readonly (Date | undefined)[], now: Date): Check {
  const [end] = ends.flatMap((one) => one ?? []).sort((a, b) => a.getTime() - b.getTime());
  const subject: Subject = {
    name: "not on or after",
    given: end === undefined ? "nothing is said" : told(end, now),
    expected: "a time that has not come",
    source: sources.assertions,
  };
  if (end === undefined || now < end) return ok(subject);
  return refused(subject, "responseExpired", "sign in again");
}
