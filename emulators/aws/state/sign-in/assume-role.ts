import { iamLimits, isSessionName, parseArn, parseIamResource } from "#core/aws";
import { type AuthorizationRequest, authorize, authorizeTrust, type Decision } from "#core/aws/authorization";

import type { Account, Invention, Role, Session } from "../account";
import { describeOpen, disputedKeysOf } from "../authorization/authorize-call";
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
  const session = newSession(
    {
      role,
      roleArn: request.roleArn,
      name: request.sessionName,
      seconds: secondsOf(request, role, caller.principal),
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

function notAuthorized({ account, principal }: Caller, { roleArn }: RoleRequest) {
  return refusal("mayNotAssume", { principal: callerArn(account, principal), roleArn });
}

type Signed = Exclude<Principal, { kind: "root" }>;

function checkAllowed(
  role: Role,
  { account, principal }: { account: Account; principal: Signed },
  request: RoleRequest,
  now: Date,
): void {
  const trust = documentOf(role.trustPolicy);
  const question: AuthorizationRequest = {
    principalArn: callerArn(account, principal),
    action: "sts:AssumeRole",
    resource: request.roleArn,
    context: new Map<string, readonly string[]>([
      ...requestContext(now),
      ...principalContext(account, principal),
      ["sts:rolesessionname", [request.sessionName]],
      ...(request.externalId === undefined ? [] : [["sts:externalid", [request.externalId]] as const]),
    ]),
    unknownKeys: disputedKeysOf(principal),
  };
  const policies = { ...principalPolicies(account, principal), resource: [{ id: "trust policy", document: trust }] };
  for (const decision of [authorizeTrust(question, trust), authorize(question, policies)]) {
    if (decision.decision === "deny") throw notAuthorized({ account, principal }, request);
    if (decision.decision === "undetermined") throw undetermined(question, decision);
  }
}

function undetermined({ principalArn, action }: AuthorizationRequest, decision: Decision) {
  const open = "open" in decision ? decision.open.map(describeOpen).join("; ") : "";
  return refusal("undetermined", { principal: principalArn, action, open });
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
