import { error, type Problem, shown } from "#core/problems";
import { iamLimits } from "./iam-limits";

/**
 * What is wrong with an account's name, as it goes into the names of groups, applications and policies.
 *
 * Source: AWS Organizations API reference, CreateAccount, `AccountName`.
 */
export function accountNameProblems(name: string, property: string): Problem[] {
  const given = shown(name);
  if (name.trim() === "" || name !== name.trim()) {
    const expected = "text that is not empty, without spaces around";
    return [error({ code: "account-name-blank", property, given, expected })];
  }
  if (name.length > iamLimits.accountName) {
    const expected = `at most ${iamLimits.accountName} characters (this has ${name.length})`;
    return [error({ code: "account-name-too-long", property, given, expected })];
  }
  if (/^[\x20-\x7e]*$/.test(name)) return [];
  return [error({ code: "account-name-characters", property, given, expected: "printable ASCII characters" })];
}
