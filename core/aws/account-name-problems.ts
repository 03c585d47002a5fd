import { error, type Problem, shown } from "#core/problems";

/**
 * What is wrong with an account's short name, which goes into the names of groups, applications, users and policies.
 *
 * The strictest of those are IAM's, and 40 characters leave room for what stands around it in the 64 of a user's name.
 */
export function accountNameProblems(name: string, property: string): Problem[] {
  if (/^[\w+=,.@-]{1,40}$/.test(name)) return [];
  const expected = "1 to 40 letters, digits and _+=,.@- (it becomes part of IAM names)";
  return [error({ code: "account-name", property, given: shown(name), expected })];
}
