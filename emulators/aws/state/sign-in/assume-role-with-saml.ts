import { assumedRoleArn, parseArn, parseIamResource } from "#core/aws";
import { policySize } from "#core/aws/policy";
import type { VerifiedAssertion } from "#core/saml/response";

import type { Account, Invention, Role, SamlProvider, Session } from "../account";
import { checkIdentityPolicy } from "../documents";
import { checkAttachable } from "../managed-policies";
import { refusal } from "../refusals";
import { arnOfRole, findRole } from "../roles";
import { findSamlProvider } from "../saml-providers";
import { openSession } from "../sessions";
import { checkConditions } from "./check-conditions";
import { checkTrust } from "./check-trust";
import { readClaims } from "./read-claims";
import { readResponse } from "./read-response";
import { subjectOf } from "./subject";

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
  readonly assumedRoleArn: string;
  readonly issuer: string;
  /** The Recipient, which AWS calls so. */
  readonly audience: string;
  /** Per cent of what policies and tags of a session may take; zero without any. */
  readonly packedPolicySize: number;
}

/**
 * Takes a role by a signed SAML response, in the order of AWS's checks.
 *
 * @throws InvalidIdentityToken, ExpiredTokenException, AccessDenied, ValidationError, MalformedPolicyDocument
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
 */
export function assumeRoleWithSaml(account: Account, input: SamlSignIn, invention: Invention): SamlSession {
  const { now } = invention;
  const provider = findSamlProvider(account, input.principalArn);
  if (provider === undefined) throw refusal("noSuchProvider");
  const assertion = readResponse(input.samlResponse, provider);
  const recipient = checkConditions(assertion, account.partition, now);
  const claims = readClaims(assertion);
  const subject = subjectOf(assertion, account.id, provider.name);
  const role = claimedRole(account, input, claims.roles);
  checkTrust(account, role, { ...trustQuestion(input, provider, assertion), recipient, claims, subject }, now);
  checkSessionPolicies(account, input);
  const session = openSession(
    account,
    {
      role,
      roleArn: input.roleArn,
      name: claims.sessionName,
      seconds: sessionSeconds(input, role, claims.sessionDuration, assertion, now),
      samlProviderArn: input.principalArn,
      ...subject,
      ...(claims.sourceIdentity === undefined ? {} : { sourceIdentity: claims.sourceIdentity }),
      tags: claims.tags,
      ...(input.policy === undefined ? {} : { policy: input.policy }),
      policyArns: input.policyArns ?? [],
    },
    invention,
  );
  return { session, ...describeSession(account, session), issuer: assertion.issuer, audience: recipient };
}

function trustQuestion(input: SamlSignIn, provider: SamlProvider, { issuer }: VerifiedAssertion) {
  return { samlProviderArn: input.principalArn, providerName: provider.name, issuer };
}

/** The role, if the response offers it together with this provider: AWS tells a missing role and a wrong pair alike. */
function claimedRole(
  account: Account,
  { roleArn, principalArn }: SamlSignIn,
  offered: readonly { roleArn: string; samlProviderArn: string }[],
): Role {
  const isOffered = offered.some((pair) => pair.roleArn === roleArn && pair.samlProviderArn === principalArn);
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

function checkSessionPolicies(account: Account, { policy, policyArns = [] }: SamlSignIn): void {
  if (policyArns.length > 10) throw refusal("tooLarge", { value: policyArns.length, member: "policyArns", limit: 10 });
  if (policy !== undefined) {
    if (policySize(policy) > 2048) throw refusal("tooLong", { value: "(the policy)", member: "policy", limit: 2048 });
    checkIdentityPolicy(policy);
  }
  for (const arn of policyArns) checkAttachable(account, arn);
}

function describeSession(account: Account, session: Session) {
  const { partition, id: accountId } = account;
  const packed =
    policySize(session.policy ?? "") +
    [...session.policyArns, ...session.tags.flatMap(({ key, value }) => [key, value])].join("").length;
  return {
    assumedRoleArn: assumedRoleArn({ partition, accountId, roleName: session.roleName, sessionName: session.name }),
    packedPolicySize: Math.ceil((packed / 2048) * 100),
  };
}
