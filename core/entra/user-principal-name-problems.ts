import { error, type Problem, shown } from "#core/problems";
import { entraLimits } from "./entra-limits";

/**
 * What Entra refuses as a user principal name.
 *
 * Source: https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy, “Username policies”.
 */
export function userPrincipalNameProblems(userPrincipalName: string, property: string): Problem[] {
  const given = shown(userPrincipalName);
  const match = /^([A-Za-z0-9'._!#^~-]+)@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)$/.exec(userPrincipalName);
  if (match === null) {
    const expected = "name@domain, the name of English letters, digits and '.-_!#^~";
    return [error({ code: "user-principal-name-malformed", property, given, expected })];
  }
  const [, name = "", domain = ""] = match;
  const { userPrincipalName: whole, userPrincipalNamePrefix, userPrincipalNameDomain } = entraLimits;
  if (name.endsWith(".")) {
    const expected = "no full stop before the @";
    return [error({ code: "user-principal-name-malformed", property, given, expected })];
  }
  if (
    userPrincipalName.length <= whole &&
    name.length <= userPrincipalNamePrefix &&
    domain.length <= userPrincipalNameDomain
  ) {
    return [];
  }
  const expected = `at most ${userPrincipalNamePrefix} characters before the @ and ${userPrincipalNameDomain} after it`;
  return [error({ code: "user-principal-name-too-long", property, given, expected })];
}
