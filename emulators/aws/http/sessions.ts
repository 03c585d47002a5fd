import { parseArn } from "#core/aws";
import { listParameter } from "#emulators/wire/aws-query";

import type { AccountHandle, Accounts } from "../accounts";
import { callerArn, callerId } from "../state/authorization";
import { refusal } from "../state/refusals";
import { assumeRoleWithSaml, type SamlSession, type SamlSignIn } from "../state/sign-in";
import { type Operation, type Parameters, services } from "./operation";
import { numberParameter, requiredParameter } from "./parameters";

export const sessionOperations: readonly Operation[] = [
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
      return { result: describe(session) };
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

function describe({ session, assumedRoleArn, issuer, audience, packedPolicySize }: SamlSession) {
  return {
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken,
      Expiration: session.expiration,
    },
    AssumedRoleUser: { AssumedRoleId: `${session.roleId}:${session.name}`, Arn: assumedRoleArn },
    PackedPolicySize: packedPolicySize,
    Subject: session.subject,
    SubjectType: session.subjectType,
    Issuer: issuer,
    Audience: audience,
    NameQualifier: session.nameQualifier,
    SourceIdentity: session.sourceIdentity,
  };
}
