import { error, type Problem, shown } from "#core/problems";

/** Whether the text is an AWS account id: twelve digits. */
export function isAccountId(text: string): boolean {
  return /^[0-9]{12}$/.test(text);
}

/** An account id is twelve digits, as text: `012345678901` written as a number has lost its first digit. */
export function accountIdProblems(accountId: unknown, property: string): Problem[] {
  if (typeof accountId === "string" && isAccountId(accountId)) return [];
  const remedy =
    typeof accountId === "number"
      ? "put it in quotes: a number loses its leading zeros"
      : typeof accountId === "string" && isAccountId(accountId.replace(/[\s-]/g, ""))
        ? "leave out dashes and spaces"
        : undefined;
  return [error({ code: "account-id-malformed", property, given: shown(accountId), expected: "12 digits", remedy })];
}
