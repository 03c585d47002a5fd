import { iamLimits } from "#core/aws";
import { error, type Problem } from "#core/problems";
import { parsePolicy } from "./parse-policy";
import type { PolicyDocument, Statement } from "./policy-document";

/** Where a policy is used, hence what it must look like and how long it may be. */
export type PolicyUse = keyof typeof uses;

const uses = {
  managed: { longest: iamLimits.managedPolicySize, of: "a managed policy", principal: false },
  roleInline: { longest: iamLimits.rolePolicySize, of: "all inline policies of a role", principal: false },
  userInline: { longest: iamLimits.userPolicySize, of: "all inline policies of a user", principal: false },
  trust: { longest: iamLimits.trustPolicySize, of: "a trust policy", principal: true },
} as const;

/** The length that AWS counts: white space is free. */
export function policySize(json: string): number {
  return json.replace(/\s/gu, "").length;
}

/** What is wrong with one policy: not JSON, not a policy, not of this use, too long. */
export function policyProblems(input: string | object, use: PolicyUse, property: string): Problem[] {
  const parsed = parsePolicy(input);
  if ("malformed" in parsed) {
    const { message, position } = parsed.malformed;
    const given = position === undefined ? message : `at character ${position + 1}: ${message}`;
    return [error({ code: "policy-malformed", property, given, expected: "an IAM policy document" })];
  }
  const json = typeof input === "string" ? input : JSON.stringify(input);
  return [...useProblems(parsed.document, use, property), ...policySizeProblems([json], use, property)];
}

/** The size of policies that share one quota, such as all inline policies of a role. */
export function policySizeProblems(policies: readonly string[], use: PolicyUse, property: string): Problem[] {
  const { longest, of } = uses[use];
  const size = policies.reduce((sum, json) => sum + policySize(json), 0);
  if (size <= longest) return [];
  const expected = `at most ${longest} characters without white space for ${of}`;
  return [error({ code: "policy-too-long", property, given: `${size} characters`, expected })];
}

function useProblems(document: PolicyDocument, use: PolicyUse, property: string): Problem[] {
  const { principal, of } = uses[use];
  const wrong = (statement: Statement): boolean => {
    const hasPrincipal = statement.Principal !== undefined || statement.NotPrincipal !== undefined;
    const hasResource = statement.Resource !== undefined || statement.NotResource !== undefined;
    return hasPrincipal !== principal || hasResource === principal;
  };
  return document.Statement.flatMap((statement, index) => {
    if (!wrong(statement)) return [];
    const expected = principal ? `a Principal and no Resource in ${of}` : `a Resource and no Principal in ${of}`;
    const given = `statement ${index + 1} of ${document.Statement.length}`;
    return [error({ code: "policy-wrong-use", property, given, expected })];
  });
}
