import { type Problem, shown, warning } from "#core/problems";
import { iamLimits } from "./iam-limits";

const { min, max } = iamLimits.roleSessionName;

/** Whether AWS takes the text as RoleSessionName: `[a-zA-Z_0-9+=,.@-]{2,64}`. */
export function isSessionName(text: string): boolean {
  return text.length >= min && text.length <= max && /^[\w+=,.@-]+$/.test(text);
}

/**
 * Warns of a user principal name that AWS refuses as session name: that person could never sign in.
 *
 * A warning, since the name may be right and another claim can be the session name's source.
 * Source: AWS's error “RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}”.
 */
export function sessionNameProblems(userPrincipalName: string, property: string): Problem[] {
  if (isSessionName(userPrincipalName)) return [];
  const guest = userPrincipalName.toUpperCase().includes("#EXT#");
  return [
    warning({
      code: guest ? "session-name-guest" : "session-name-refused",
      property,
      given: shown(userPrincipalName),
      expected: `${min} to ${max} letters, digits and _+=,.@- as the session's name at AWS`,
      remedy: guest
        ? "guests have #EXT# in their user principal name: choose another source for the session name, such as mail"
        : "choose another source for the session name, such as mail or objectid",
    }),
  ];
}
