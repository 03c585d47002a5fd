import { error, type Problem } from "#core/problems";

/** A Conditional Access policy that is for nobody: Entra wants at least one user, group or role. */
export function conditionalAccessScopeProblems(groupCount: number, property: string): Problem[] {
  if (groupCount > 0) return [];
  const remedy = "name the groups whose members sign in to AWS";
  return [
    error({
      code: "conditional-access-no-groups",
      property,
      given: "no groups",
      expected: "at least one group",
      remedy,
    }),
  ];
}
