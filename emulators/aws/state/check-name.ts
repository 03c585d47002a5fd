import { iamLimits } from "#core/aws";

import { refusal } from "./refusals";

interface NameRule {
  readonly member: string;
  readonly limit: number;
  readonly pattern: RegExp;
}

/** Refuses a name that is empty, too long or has other characters than IAM takes. */
export function checkName(name: string, { member, limit, pattern }: NameRule): void {
  if (name.length === 0) throw refusal("tooShort", { value: name, member, limit: 1 });
  if (name.length > limit) throw refusal("tooLong", { value: name, member, limit });
  if (!pattern.test(name))
    throw refusal("wrongCharacters", { value: name, member, pattern: pattern.source.slice(1, -1) });
}

/** Characters of user, role and policy names. */
export const namePattern = /^[\w+=,.@-]+$/;

/** Characters of SAML provider names. */
export const samlProviderNamePattern = /^[\w.-]+$/;

const pathPattern = /^(?:\/|\/[\u0021-\u007E]+\/)$/;

/** Refuses a path that does not begin and end with a slash. */
export function checkPath(path: string): void {
  if (path.length > iamLimits.path) throw refusal("tooLong", { value: path, member: "path", limit: iamLimits.path });
  if (!pathPattern.test(path)) {
    throw refusal("wrongCharacters", { value: path, member: "path", pattern: "(/)|(/[!-~]+/)" });
  }
}
