import { iamLimits, parseArn } from "#core/aws";

import type { Account } from "../state/account";
import type { Call, Principal } from "../state/authorization";
import { refusal } from "../state/refusals";
import { arnOfRole, findRole } from "../state/roles";
import { arnOfUser, findUser } from "../state/users";
import type { Parameters } from "./operation";
import { requiredParameter } from "./parameters";

const arnLength = { min: 20, max: 2048 };

/** The role that `RoleName` names; one that is not there is asked for at the path `/`. */
export function onRole(action: string) {
  return (account: Account, parameters: Parameters): Call => {
    const name = roleName(parameters);
    const role = findRole(account, name) ?? { name, path: "/" };
    return { action, resource: arnOfRole(account, role), shown: `role ${name}` };
  };
}

/** The user that `UserName` names, or who calls. */
export function onUser(action: string) {
  return (account: Account, parameters: Parameters, principal: Principal): Call => {
    const name = userName(parameters, principal);
    const user = findUser(account, name) ?? { name, path: "/" };
    return { action, resource: arnOfUser(account, user), shown: `user ${name}` };
  };
}

/** The managed policy that `PolicyArn` names. */
export function onPolicy(action: string) {
  return (_account: Account, parameters: Parameters): Call => {
    const arn = policyArn(parameters);
    return { action, resource: arn, shown: `policy ${arn}` };
  };
}

export function roleName(parameters: Parameters): string {
  return requiredParameter(parameters, "RoleName", { min: 1, max: iamLimits.roleName });
}

/** Without `UserName`, a user means itself. @throws ValidationError for callers that are no users */
export function userName(parameters: Parameters, principal: Principal): string {
  if (parameters.has("UserName")) return requiredParameter(parameters, "UserName", { min: 1, max: 128 });
  if (principal.kind === "user") return principal.user.name;
  throw principal.kind === "root" ? refusal("rootUserNotEmulated") : refusal("missingUserName");
}

/** A user that the operation cannot do without. */
export function requiredUserName(parameters: Parameters): string {
  return requiredParameter(parameters, "UserName", { min: 1, max: 128 });
}

export function policyName(parameters: Parameters): string {
  return requiredParameter(parameters, "PolicyName", { min: 1, max: iamLimits.policyName });
}

/** @throws InvalidInput for what is no ARN */
export function policyArn(parameters: Parameters): string {
  const arn = requiredParameter(parameters, "PolicyArn", arnLength);
  if (parseArn(arn) === undefined) throw refusal("invalidPolicyArn", { arn });
  return arn;
}

export function providerArn(parameters: Parameters): string {
  return requiredParameter(parameters, "SAMLProviderArn", arnLength);
}
