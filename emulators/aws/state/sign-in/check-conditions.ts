import { isSamlEndpoint, type PartitionName, partitions, redeemableForMilliseconds } from "#core/aws";
import type { VerifiedAssertion } from "#core/saml/response";

import { refusal } from "../refusals";

const bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

/**
 * Refuses an assertion that is for somebody else, or not for now.
 *
 * @returns the Recipient, which is what AWS calls the audience (`saml:aud`)
 */
export function checkConditions(assertion: VerifiedAssertion, partition: PartitionName, now: Date): string {
  const [confirmation, ...others] = assertion.subjectConfirmations;
  if (confirmation === undefined || others.length > 0) throw refusal("wrongSubjectConfirmation");
  const { method, recipient, notOnOrAfter } = confirmation;
  if (method !== bearer || recipient === undefined || notOnOrAfter === undefined) {
    throw refusal("wrongSubjectConfirmation");
  }
  if (!isSamlEndpoint(partition, recipient)) throw refusal("wrongRecipient");
  if (!assertion.audiences.some((audience) => partitions[partition].samlAudiences.includes(audience))) {
    throw refusal("wrongAudience");
  }
  checkDates(assertion, [notOnOrAfter, assertion.notOnOrAfter], now);
  return recipient;
}

function checkDates(assertion: VerifiedAssertion, ends: readonly (Date | undefined)[], now: Date): void {
  // An issue that lies ahead would be redeemable for longer than five minutes from now.
  const begins = [assertion.notBefore, assertion.issueInstant];
  if (begins.some((begin) => begin !== undefined && now < begin)) throw refusal("notYetValid");
  if (now.getTime() - assertion.issueInstant.getTime() > redeemableForMilliseconds) throw refusal("redeemedLate");
  if (ends.some((end) => end !== undefined && now >= end)) throw refusal("responseExpired");
}
