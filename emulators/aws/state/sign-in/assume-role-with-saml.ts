import { parseArn, parseIamResource } from "#core/aws";
import type { RoleAndProvider } from "#core/entra";
import type { VerifiedAssertion } from "#core/saml/response";
import { type SamlSubject, samlSubject } from "#core/saml/trust";

import type { Account, Invention, Role, Session } from "../account";
import { refusal } from "../refusals";
import { arnOfRole, findRole } from "../roles";
import { findSamlProvider } from "../saml-providers";
import { keepSession, newSession } from "../sessions";
import { checkConditions } from "./check-conditions";
import { checkTrust } from "./check-trust";
import { checkSessionPolicies } from "./session-policies";
import { readClaims } from "./read-claims";
import { readResponse } from "./read-response";

export interface SamlSignIn {
  readonly roleArn: string;
  readonly principalArn: string;
  /** The response as the browser posts it: base64. */
  readonly samlResponse: string;
  /** Seconds. @default 3600 */
  readonly durationSeconds?: number;
  readonly policy?: string;
  readonly policyArns?: readonly string[];
}

export interface SamlSession {
  readonly session: Session;
  readonly subject: SamlSubject;
  readonly issuer: string;
  /** The Recipient, which AWS calls so. */
  readonly audience: string;
}

/**
 * Takes a role by a signed SAML response, in the order of AWS's checks.
 *
 * @throws InvalidIdentityToken, ExpiredTokenException, AccessDenied, ValidationError, MalformedPolicyDocument, or
 * NotEmulated where the trust policy hangs on what only AWS sees
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
 */
export function assumeRoleWithSaml(account: Account, input: SamlSignIn, invention: Invention): SamlSession {
  const { now } = invention;
  const provider = findSamlProvider(account, input.principalArn);
  if (provider === undefined) throw refusal("noSuchProvider");
  const assertion = readResponse(input.samlResponse, provider);
  const recipient = checkConditions(assertion, account.partition, now);
  const claims = readClaims(assertion);
  const subject = samlSubject(assertion, input.principalArn);
  const pair: RoleAndProvider = { roleArn: input.roleArn, samlProviderArn: input.principalArn };
  const role = claimedRole(account, pair, claims.roles);
  checkTrust(role, pair, assertion, now);
  checkSessionPolicies(account, input);
  const session = newSession(
    {
      role,
      roleArn: input.roleArn,
      name: claims.sessionName,
      seconds: sessionSeconds(input, role, claims.sessionDuration, assertion, now),
      saml: { providerArn: input.principalArn, ...subject },
      ...(claims.sourceIdentity === undefined ? {} : { sourceIdentity: claims.sourceIdentity }),
      tags: claims.tags,
      ...(input.policy === undefined ? {} : { policy: input.policy }),
      policyArns: input.policyArns ?? [],
    },
    invention,
  );
  keepSession(account, session, now);
  return { session, subject, issuer: assertion.issuer, audience: recipient };
}

/** The role, if the response offers it together with this provider: AWS tells a missing role and a wrong pair alike. */
function claimedRole(
  account: Account,
  { roleArn, samlProviderArn }: RoleAndProvider,
  offered: readonly RoleAndProvider[],
): Role {
  const isOffered = offered.some((pair) => pair.roleArn === roleArn && pair.samlProviderArn === samlProviderArn);
  const arn = parseArn(roleArn);
  const name = arn && parseIamResource(arn)?.name;
  const role = name === undefined ? undefined : findRole(account, name);
  if (!isOffered || role === undefined || arnOfRole(account, role) !== roleArn) throw refusal("notAuthorizedBySaml");
  return role;
}

/** The asked length, shortened by what the response says and never lengthened. */
function sessionSeconds(
  input: SamlSignIn,
  role: Role,
  claimed: number | undefined,
  assertion: VerifiedAssertion,
  now: Date,
): number {
  const asked = input.durationSeconds ?? 3600;
  if (asked > role.maxSessionDuration) throw refusal("durationOverRoleMaximum");
  const end = assertion.sessionNotOnOrAfter;
  const left = end === undefined ? asked : Math.floor((end.getTime() - now.getTime()) / 1000);
  if (left <= 0) throw refusal("responseExpired");
  return Math.min(asked, left, claimed ?? asked);
}
