import { parseArn, parseIamResource } from "#core/aws";
import { error, type Problem, shown, warning } from "#core/problems";
import { entraLimits } from "./entra-limits";

/** What an app role says to AWS: take this role, known through this provider. */
export interface RoleAndProvider {
  roleArn: string;
  samlProviderArn: string;
}

/** The value of an app role, which Entra sends as one value of the Role attribute; role first, as the importer writes it. */
export function appRoleValue({ roleArn, samlProviderArn }: RoleAndProvider): string {
  return `${roleArn},${samlProviderArn}`;
}

/** Role and provider of an app role's value, in whichever order they stand; AWS takes both. */
export function parseAppRoleValue(value: string): RoleAndProvider | undefined {
  // Commas are allowed in role names, so try every one.
  for (let comma = value.indexOf(","); comma >= 0; comma = value.indexOf(",", comma + 1)) {
    const [first, second] = [value.slice(0, comma), value.slice(comma + 1)];
    if (isArnOf("role", first) && isArnOf("saml-provider", second)) return { roleArn: first, samlProviderArn: second };
    if (isArnOf("saml-provider", first) && isArnOf("role", second)) return { roleArn: second, samlProviderArn: first };
  }
  return undefined;
}

function isArnOf(type: "role" | "saml-provider", text: string): boolean {
  const arn = parseArn(text);
  return arn !== undefined && parseIamResource(arn)?.type === type && !/,arn:/.test(text);
}

/**
 * An app role's value that is too long: the azuread provider refuses it over 249 characters; the role import wants both
 * ARNs under 240 together, which matters when an account is to change to that mode.
 */
export function appRoleValueProblems(arns: RoleAndProvider, property: string): Problem[] {
  const value = appRoleValue(arns);
  const together = arns.roleArn.length + arns.samlProviderArn.length;
  const given = `${shown(arns.roleArn)} and ${shown(arns.samlProviderArn)}`;
  const remedy = "shorten the role's name or path, or the SAML provider's name";
  if (value.length > entraLimits.appRoleValue) {
    const expected = `at most ${entraLimits.appRoleValue} characters for both with a comma (these have ${value.length})`;
    return [error({ code: "app-role-value-too-long", property, given, expected, remedy })];
  }
  if (together > entraLimits.importedRoleArns) {
    const expected = `at most ${entraLimits.importedRoleArns} characters together, or the role import skips the role (these have ${together})`;
    return [warning({ code: "app-role-value-not-importable", property, given, expected, remedy })];
  }
  return [];
}
