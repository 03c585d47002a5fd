import { iamLimits, isSessionName, parseArn, parseIamResource } from "#core/aws";
import { type AuthorizationRequest, authorize, authorizeTrust } from "#core/aws/authorization";

import type { Account, Invention, Role, Session } from "../account";
import { disputedKeysOf, undeterminedRefusal } from "../authorization/authorize-call";
import { callerArn, callerId, type Principal, principalContext } from "../authorization/principal";
import { principalPolicies } from "../authorization/principal-policies";
import { requestContext } from "../authorization/request-context";
import { documentOf } from "../documents";
import { refusal } from "../refusals";
import { arnOfRole, findRole } from "../roles";
import { newSession } from "../sessions";
import { checkSessionPolicies } from "./session-policies";

/** Who asks for a role, with the account whose policies have a say. */
export interface Caller {
  readonly account: Account;
  readonly principal: Principal;
}

export interface RoleRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  /** Seconds. @default 3600 */
  readonly durationSeconds?: number;
  readonly externalId?: string;
  readonly policy?: string;
  readonly policyArns?: readonly string[];
}

export interface AssumedRole {
  readonly role: Role;
  readonly session: Session;
}

/** Seconds that a session can last which another session of a role has opened. */
const chainedSeconds = 3600;

const sessionNamePattern = String.raw`[\w+=,.@-]*`;
const externalIdPattern = String.raw`[\w+=,.@:\/-]*`;

/**
 * Takes a role by the credentials of a user or of another session: across accounts the caller's own policies and the
 * trust policy must both allow it; within one, the caller's own where the trust policy names only the account.
 *
 * The session is returned and not kept: who hands out its credentials keeps it.
 *
 * @param account - that of the role; nothing where there is none of this id
 * @throws AccessDenied, ValidationError, MalformedPolicyDocument, or NotEmulated where the decision hangs on what is not
 * known
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function assumeRole(
  account: Account | undefined,
  caller: Caller,
  request: RoleRequest,
  invention: Invention,
): AssumedRole {
  checkRequest(request);
  if (caller.principal.kind === "root") throw refusal("rootAssumesNoRole");
  const role = account && roleOfArn(account, request.roleArn);
  // STS tells a role that does not exist, or an account, like a role that does not let the caller in.
  if (account === undefined || role === undefined) throw notAuthorized(caller, request);
  checkAllowed(role, { account: caller.account, principal: caller.principal }, request, invention.now);
  checkSessionPolicies(account, request);
  const sourceIdentity = sourceIdentityOf(caller.principal);
  const session = newSession(
    {
      role,
      roleArn: request.roleArn,
      name: request.sessionName,
      seconds: secondsOf(request, role, caller.principal),
      ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
      tags: [],
      ...(request.policy === undefined ? {} : { policy: request.policy }),
      policyArns: request.policyArns ?? [],
    },
    invention,
  );
  return { role, session };
}

function checkRequest({ sessionName, externalId }: RoleRequest): void {
  const { min, max } = iamLimits.roleSessionName;
  checkLength(sessionName, { member: "roleSessionName", min, max });
  if (!isSessionName(sessionName)) {
    throw refusal("wrongCharacters", { value: sessionName, member: "roleSessionName", pattern: sessionNamePattern });
  }
  if (externalId === undefined) return;
  checkLength(externalId, { member: "externalId", min: 2, max: 1224 });
  if (!/^[\w+=,.@:/-]*$/.test(externalId)) {
    throw refusal("wrongCharacters", { value: externalId, member: "externalId", pattern: externalIdPattern });
  }
}

function checkLength(value: string, { member, min, max }: { member: string; min: number; max: number }): void {
  if (value.length < min) throw refusal("tooShort", { value, member, limit: min });
  if (value.length > max) throw refusal("tooLong", { value, member, limit: max });
}

function roleOfArn(account: Account, roleArn: string): Role | undefined {
  const arn = parseArn(roleArn);
  const name = arn && parseIamResource(arn)?.name;
  const role = name === undefined ? undefined : findRole(account, name);
  return role !== undefined && arnOfRole(account, role) === roleArn ? role : undefined;
}

function notAuthorized({ account, principal }: Caller, { roleArn }: RoleRequest, action = "sts:AssumeRole") {
  return refusal("mayNotAssume", { principal: callerArn(account, principal), action, roleArn });
}

type Signed = Exclude<Principal, { kind: "root" }>;

/** A denial is told before anything that is not known: no answer to that could change it. */
function checkAllowed(
  role: Role,
  caller: { account: Account; principal: Signed },
  request: RoleRequest,
  now: Date,
): void {
  const trust = documentOf(role.trustPolicy);
  const own = principalPolicies(caller.account, caller.principal);
  const policies = { ...own, resource: [{ id: "trust policy", document: trust }] };
  const decided = questions(caller, request, now).flatMap((question) =>
    [authorizeTrust(question, trust), authorize(question, policies)].map((decision) => ({ question, decision })),
  );
  const denied = decided.find(({ decision }) => decision.decision === "deny");
  if (denied !== undefined) throw notAuthorized(caller, request, denied.question.action);
  for (const { question, decision } of decided) {
    if (decision.decision === "undetermined") throw undeterminedRefusal(question, decision);
  }
}

/** A session that bears a source identity hands it on, and has to be let do that, too. */
function questions(
  { account, principal }: { account: Account; principal: Signed },
  { roleArn, sessionName, externalId }: RoleRequest,
  now: Date,
): AuthorizationRequest[] {
  const sourceIdentity = sourceIdentityOf(principal);
  const context = new Map<string, readonly string[]>([
    ...requestContext(now),
    ...principalContext(account, principal),
    ["sts:rolesessionname", [sessionName]],
    ...(externalId === undefined ? [] : [["sts:externalid", [externalId]] as const]),
    ...(sourceIdentity === undefined ? [] : [["sts:sourceidentity", [sourceIdentity]] as const]),
  ]);
  const actions = ["sts:AssumeRole", ...(sourceIdentity === undefined ? [] : ["sts:SetSourceIdentity"])];
  return actions.map((action) => ({
    principalArn: callerArn(account, principal),
    action,
    resource: roleArn,
    context,
    unknownKeys: disputedKeysOf(principal),
  }));
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html */
function sourceIdentityOf(principal: Principal): string | undefined {
  return principal.kind === "session" ? principal.session.sourceIdentity : undefined;
}

function secondsOf({ durationSeconds = 3600 }: RoleRequest, role: Role, principal: Principal): number {
  if (principal.kind === "session" && durationSeconds > chainedSeconds) throw refusal("durationOverChaining");
  if (durationSeconds > role.maxSessionDuration) throw refusal("durationOverRoleMaximum");
  return durationSeconds;
}

/** Both of a caller's ways to be shown. */
export function identityOf({ account, principal }: Caller): { readonly arn: string; readonly userId: string } {
  return { arn: callerArn(account, principal), userId: callerId(account, principal) };
}
