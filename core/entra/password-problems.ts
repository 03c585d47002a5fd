import { error, type Problem } from "#core/problems";
import { entraLimits } from "./entra-limits";

const { password: length, passwordClasses } = entraLimits;

const classes: readonly RegExp[] = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/**
 * What Entra's password policy refuses. No problem repeats the password, or a part of it.
 *
 * Entra also refuses common and guessable passwords from a list that is not public; that only the tenant can tell.
 * Source: https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy
 *
 * @param user.userName The user principal name; neither it nor its part before the @ may be in the password.
 */
export function passwordProblems(password: string, user: { userName: string; property: string }): Problem[] {
  const { property } = user;
  const problems: Problem[] = [];
  const refuse = (code: string, given: string, expected: string) =>
    problems.push(error({ code, property, given, expected, remedy: "set another as a secret in the stack's config" }));

  if (password.length < length.min || password.length > length.max) {
    refuse("password-length", `${password.length} characters`, `${length.min} to ${length.max} characters`);
  }
  // Printable ASCII: Entra's table has every symbol of it, and blank space; it takes no other Unicode character.
  if (!/^[\x20-\x7e]*$/.test(password)) {
    refuse(
      "password-characters",
      "a character that Entra does not take",
      "English letters, digits, symbols and spaces",
    );
  }
  const present = classes.filter((pattern) => pattern.test(password)).length;
  if (present < passwordClasses) {
    refuse(
      "password-complexity",
      `${present} kind${present === 1 ? "" : "s"} of characters`,
      `${passwordClasses} of lower case letters, upper case letters, digits and symbols`,
    );
  }
  if (containsName(password, user.userName)) {
    refuse("password-contains-user-name", "a password with the user's name in it", "one without");
  }
  return problems;
}

function containsName(password: string, userName: string): boolean {
  const [prefix = ""] = userName.toLowerCase().split("@");
  // A name of one or two letters is in most passwords by chance.
  return prefix.length > 2 && password.toLowerCase().includes(prefix);
}
