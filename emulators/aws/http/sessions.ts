import { assumedRoleArn, iamLimits, parseArn } from "#core/aws";
import { listParameter } from "#emulators/wire/aws-query";

import type { AccountHandle, Accounts } from "../accounts";
import type { Session } from "../state/account";
import { callerArn, callerId, type Principal } from "../state/authorization";
import { refusal } from "../state/refusals";
import { inPartition } from "../state/seed";
import { keepSession } from "../state/sessions";
import {
  assumeRole,
  assumeRoleWithSaml,
  packedPolicySize,
  type RoleRequest,
  type SamlSession,
  type SamlSignIn,
} from "../state/sign-in";
import { type Operation, type Parameters, services } from "./operation";
import { numberParameter, requiredParameter } from "./parameters";

export const sessionOperations: readonly Operation[] = [
  {
    service: services.sts,
    name: "AssumeRole",
    parameters: ["DurationSeconds", "ExternalId", "Policy", "PolicyArns.member.*.arn", "RoleArn", "RoleSessionName"],
    signed: true,
    run: (handle, parameters, principal, accounts) => ({
      result: describe(assume(handle, principal, readRoleRequest(parameters), accounts)),
    }),
  },
  {
    service: services.sts,
    name: "AssumeRoleWithSAML",
    parameters: ["DurationSeconds", "Policy", "PolicyArns.member.*.arn", "PrincipalArn", "RoleArn", "SAMLAssertion"],
    signed: false,
    run: (accounts, parameters) => {
      const signIn = readSignIn(parameters);
      const session = accountOf(accounts, signIn).record((draft, invention) =>
        assumeRoleWithSaml(draft, signIn, invention),
      );
      return { result: describeSignIn(session) };
    },
  },
  {
    service: services.sts,
    name: "GetCallerIdentity",
    parameters: [],
    signed: true,
    run: (handle, _parameters, principal) => {
      const account = handle.read();
      return {
        result: { Arn: callerArn(account, principal), UserId: callerId(account, principal), Account: account.id },
      };
    },
  },
];

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html */
function readSignIn(parameters: Parameters): SamlSignIn {
  const policy = parameters.get("Policy");
  return {
    roleArn: requiredParameter(parameters, "RoleArn", { min: 20, max: 2048 }),
    principalArn: requiredParameter(parameters, "PrincipalArn", { min: 20, max: 2048 }),
    samlResponse: requiredParameter(parameters, "SAMLAssertion", { min: 4, max: 100_000 }),
    durationSeconds: numberParameter(parameters, "DurationSeconds", { min: 900, max: 43_200 }),
    ...(policy === undefined ? {} : { policy }),
    policyArns: listParameter(parameters, "PolicyArns", "arn"),
  };
}

/** The one account that role and provider belong to; AWS does not tell an account that does not exist from a refusal. */
function accountOf(accounts: Accounts, { roleArn, principalArn }: SamlSignIn): AccountHandle {
  const role = parseArn(roleArn);
  const provider = parseArn(principalArn);
  if (role === undefined) throw refusal("invalidArn", { what: "Role" });
  if (provider === undefined) throw refusal("invalidArn", { what: "Principal" });
  const account = accounts.find(role.accountId);
  if (account === undefined || provider.accountId !== role.accountId) throw refusal("notAuthorizedBySaml");
  return account;
}

function assume(handle: AccountHandle, principal: Principal, request: RoleRequest, accounts: Accounts): Session {
  const arn = parseArn(request.roleArn);
  if (arn === undefined) throw refusal("invalidArn", { what: "Role" });
  const target = accounts.find(arn.accountId);
  const caller = { account: inPartition(handle.read(), arn.partition), principal };
  if (target === undefined)
    return assumeRole(undefined, caller, request, { now: accounts.now(), newId: accounts.newId }).session;
  return target.record((draft, invention) => {
    const { session } = assumeRole(draft, caller, request, invention);
    keepSession(draft, session, invention.now);
    return session;
  });
}

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
function readRoleRequest(parameters: Parameters): RoleRequest {
  const policy = parameters.get("Policy");
  const externalId = parameters.get("ExternalId");
  return {
    roleArn: requiredParameter(parameters, "RoleArn", { min: 20, max: 2048 }),
    sessionName: requiredParameter(parameters, "RoleSessionName", iamLimits.roleSessionName),
    durationSeconds: numberParameter(parameters, "DurationSeconds", { min: 900, max: 43_200 }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(policy === undefined ? {} : { policy }),
    policyArns: listParameter(parameters, "PolicyArns", "arn"),
  };
}

function describeSignIn({ session, subject, issuer, audience }: SamlSession) {
  return {
    ...describe(session),
    Subject: subject.subject,
    SubjectType: subject.subjectType,
    Issuer: issuer,
    Audience: audience,
    NameQualifier: subject.nameQualifier,
  };
}

function describe(session: Session) {
  return {
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken,
      Expiration: session.expiration,
    },
    AssumedRoleUser: { AssumedRoleId: `${session.roleId}:${session.name}`, Arn: arnOfSession(session) },
    PackedPolicySize: packedPolicySize(session),
    SourceIdentity: session.sourceIdentity,
  };
}

function arnOfSession({ roleArn, roleName, name: sessionName }: Session): string | undefined {
  const { partition, accountId } = parseArn(roleArn) ?? {};
  return accountId === undefined ? undefined : assumedRoleArn({ partition, accountId, roleName, sessionName });
}
