import { iamLimits, isSessionName } from "#core/aws";
import { awsClaims, parseAppRoleValue, type RoleAndProvider } from "#core/entra";
import type { VerifiedAssertion } from "#core/saml/response";
import { samlAttributes, sessionClaimsFault, sessionTags, sourceIdentity } from "#core/saml/trust";

import type { Tag } from "../account";
import { refusal } from "../refusals";

/** What AWS reads in the attributes of an assertion. */
export interface Claims {
  readonly roles: readonly RoleAndProvider[];
  readonly sessionName: string;
  /** Seconds. */
  readonly sessionDuration?: number;
  readonly sourceIdentity?: string;
  readonly tags: readonly Tag[];
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html */
export function readClaims(assertion: VerifiedAssertion): Claims {
  const values = (name: string): readonly string[] => samlAttributes(assertion, name);
  const sessionName = readSessionName(values(awsClaims.roleSessionName));
  const sessionDuration = readSessionDuration(values(awsClaims.sessionDuration));
  const fault = sessionClaimsFault(assertion);
  if (fault !== undefined) throw refusal("malformedResponse", { reason: fault });
  if (values(awsClaims.transitiveTagKeys).length > 0) throw refusal("transitiveTagsNotEmulated");
  const identity = sourceIdentity(assertion);
  return {
    roles: values(awsClaims.role).flatMap((value) => parseAppRoleValue(value) ?? []),
    sessionName,
    sessionDuration,
    ...(identity === undefined ? {} : { sourceIdentity: identity }),
    tags: sessionTags(assertion),
  };
}

function readSessionName([name, ...others]: readonly string[]): string {
  if (name === undefined || name === "") throw refusal("missingSessionName");
  if (others.length > 0 || !isSessionName(name)) throw refusal("wrongSessionName");
  return name;
}

function readSessionDuration(values: readonly string[]): number | undefined {
  const [value, ...others] = values;
  if (value === undefined) return undefined;
  const seconds = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  const { min, max } = iamLimits.sessionDurationClaim;
  if (others.length > 0 || !(seconds >= min && seconds <= max)) throw refusal("wrongSessionDuration");
  return seconds;
}
