import { error, type Problem, shown } from "#core/problems";
import { iamLimits } from "./iam-limits";

/** What an IAM name may be. Source: the `Pattern` and length of each parameter in the IAM API reference. */
const rules = {
  role: { code: "role-name", longest: iamLimits.roleName, characters: /^[\w+=,.@-]+$/, allowed: "_+=,.@-" },
  user: { code: "user-name", longest: iamLimits.userName, characters: /^[\w+=,.@-]+$/, allowed: "_+=,.@-" },
  policy: { code: "policy-name", longest: iamLimits.policyName, characters: /^[\w+=,.@-]+$/, allowed: "_+=,.@-" },
  samlProvider: {
    code: "saml-provider-name",
    longest: iamLimits.samlProviderName,
    characters: /^[\w.-]+$/,
    allowed: "._-",
  },
} as const;

export function roleNameProblems(name: string, property: string): Problem[] {
  return nameProblems("role", name, property);
}

export function userNameProblems(name: string, property: string): Problem[] {
  return nameProblems("user", name, property);
}

export function policyNameProblems(name: string, property: string): Problem[] {
  return nameProblems("policy", name, property);
}

export function samlProviderNameProblems(name: string, property: string): Problem[] {
  return nameProblems("samlProvider", name, property);
}

function nameProblems(kind: keyof typeof rules, name: string, property: string): Problem[] {
  const { code, longest, characters, allowed } = rules[kind];
  const given = shown(name);
  const problems: Problem[] = [];
  if (name === "") return [error({ code: `${code}-empty`, property, given, expected: `1 to ${longest} characters` })];
  if (name.length > longest) {
    const expected = `at most ${longest} characters (this has ${name.length})`;
    problems.push(error({ code: `${code}-too-long`, property, given, expected }));
  }
  if (!characters.test(name)) {
    const expected = `letters of the English alphabet, digits and ${allowed}, no spaces`;
    problems.push(error({ code: `${code}-characters`, property, given, expected }));
  }
  return problems;
}

/** Names that IAM takes for one: it does not tell `Developer` from `developer`. Empty lists are refused too. */
export function roleNamesProblems(names: readonly string[], property: string): Problem[] {
  if (names.length === 0) {
    return [error({ code: "roles-empty", property, given: "no roles", expected: "at least one role" })];
  }
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const name of names) {
    const first = seen.get(name.toLowerCase());
    if (first === undefined) seen.set(name.toLowerCase(), name);
    else {
      const expected = "names that differ in more than capitals: IAM takes these two for one";
      const given = `${shown(first)} and ${shown(name)}`;
      problems.push(error({ code: "role-names-collide", property, given, expected }));
    }
  }
  return problems;
}
