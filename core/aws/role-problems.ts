import { error, type Problem, shown } from "#core/problems";
import { iamLimits } from "./iam-limits";

/** A path begins and ends with a slash. Source: IAM API reference, CreateRole, `Path`. */
export function pathProblems(path: string, property: string): Problem[] {
  const given = shown(path);
  if (path.length > iamLimits.path) {
    const expected = `at most ${iamLimits.path} characters (this has ${path.length})`;
    return [error({ code: "path-too-long", property, given, expected })];
  }
  // IAM takes more characters; these are the ones that stay one character in every policy, URL and shell.
  if (/^\/([\w+=,.@-]+\/)*$/.test(path)) return [];
  const expected = "a slash, or names between slashes: /team/";
  return [error({ code: "path-malformed", property, given, expected })];
}

export function roleDescriptionProblems(description: string, property: string): Problem[] {
  const given = shown(description);
  const problems: Problem[] = [];
  if (description.length > iamLimits.roleDescription) {
    const expected = `at most ${iamLimits.roleDescription} characters (this has ${description.length})`;
    problems.push(error({ code: "role-description-too-long", property, given, expected }));
  }
  // Source: IAM API reference, CreateRole, `Description` pattern.
  if (!/^[\t\n\r\u0020-\u007e\u00a1-\u00ff]*$/.test(description)) {
    const expected = "Latin-1 characters: IAM takes no others here";
    problems.push(error({ code: "role-description-characters", property, given, expected }));
  }
  return problems;
}

/** `MaxSessionDuration` of a role, in seconds. */
export function maxSessionDurationProblems(seconds: number, property: string): Problem[] {
  return durationProblems(seconds, iamLimits.sessionDuration, "max-session-duration", property);
}

/**
 * The one SessionDuration claim, in seconds, against the roles that it is sent for.
 *
 * The console refuses a sign-in whose claim is longer than the role's maximum, so that is an error here.
 *
 * @param roles Maximum session duration by role name.
 */
export function sessionDurationProblems(
  seconds: number,
  roles: Readonly<Record<string, number>>,
  property: string,
): Problem[] {
  const problems = durationProblems(seconds, iamLimits.sessionDurationClaim, "session-duration", property);
  if (problems.length > 0) return problems;
  return Object.entries(roles)
    .filter(([, maximum]) => seconds > maximum)
    .map(([role, maximum]) =>
      error({
        code: "session-duration-over-role",
        property,
        given: shown(seconds),
        expected: `at most ${maximum}, the longest session of role ${shown(role)}`,
        remedy: `lower it, or raise the maxSessionDuration of ${shown(role)}: AWS refuses the sign-in otherwise`,
      }),
    );
}

function durationProblems(
  seconds: number,
  { min, max }: { min: number; max: number },
  code: string,
  property: string,
): Problem[] {
  if (Number.isInteger(seconds) && seconds >= min && seconds <= max) return [];
  const expected = `whole seconds from ${min} to ${max}`;
  return [error({ code: `${code}-out-of-range`, property, given: String(seconds), expected })];
}

/** How many managed policies a role may have; AWS raises the quota up to a maximum on request. */
export function managedPolicyCountProblems(count: number, property: string): Problem[] {
  const { managedPoliciesPerRole: usual, managedPoliciesPerRoleAdjustable: most } = iamLimits;
  if (count <= usual) return [];
  const given = `${count} managed policies`;
  const beyond = count > most;
  return [
    {
      severity: beyond ? "error" : "warning",
      code: "managed-policies-too-many",
      property,
      given,
      expected: beyond ? `at most ${most}` : `at most ${usual} unless AWS raised the quota of this account`,
      remedy: "put statements together in one customer managed policy",
    },
  ];
}
