import { arnProblems } from "#core/aws";
import { error, missing, shown, under } from "#core/problems";
import { arnOf } from "../account-checks";
import { existingIamUserArgumentProblems } from "../aws/existing-iam-user";
import { existingRoleArgumentProblems } from "../aws/federated-role-checks";
import { existingGroupArgumentProblems } from "../entra/role-group";
import { roleModeOf } from "./role-mode-checks";
import { RoleMode } from "./role-mode";
import { settingsOfExistingProblems } from "../setting-problems";
import type { Problem } from "../../core/problems";
import type { AccountFederationArgs } from "./account-federation-args";
import type { AccountFederationPlan, AccountRolePlan } from "./account-federation-sketch";

/** What is wrong with the things that a federation is to take as they are, as far as its arguments tell. */
export function existingArgumentProblems(args: AccountFederationArgs, { roles }: AccountFederationPlan): Problem[] {
  return [
    ...providerProblems(args),
    ...certificatesProblems(args),
    ...provisioningUserProblems(args),
    ...roles.flatMap(roleProblems),
  ];
}

function providerProblems(args: AccountFederationArgs): Problem[] {
  const { existingSamlProviderArn: arn, naming, existingApplicationObjectId, signingCertificates } = args;
  if (arn === undefined) return [];
  const property = "existingSamlProviderArn";
  const settings = { samlProvider: naming?.samlProvider };
  const problems = [
    ...arnProblems(arn, arnOf(args.account, "saml-provider"), property),
    ...settingsOfExistingProblems(settings, property, "naming"),
  ];
  if (existingApplicationObjectId !== undefined || signingCertificates !== undefined) return problems;
  return [
    ...problems,
    error({
      code: "existing-saml-provider-before-certificate",
      property,
      given: "a provider that is there already, for an application whose certificate is still to be made",
      expected: "existingApplicationObjectId, or signingCertificates: the provider has to know the certificate",
    }),
  ];
}

function certificatesProblems(args: AccountFederationArgs): Problem[] {
  const { existingApplicationObjectId, existingSamlProviderArn, metadata, signingCertificates } = args;
  if (existingApplicationObjectId === undefined) return [];
  if ((existingSamlProviderArn ?? metadata ?? signingCertificates) !== undefined) return [];
  const expected = "the active certificate of the existing application, which no lookup tells";
  const remedy = "download it as Certificate (Base64) from the application's single sign-on page";
  return [missing("signingCertificates", expected, remedy)];
}

function provisioningUserProblems(args: AccountFederationArgs): Problem[] {
  const { existingProvisioningUserArn: arn, account, naming } = args;
  if (arn === undefined) return [];
  const property = "existingProvisioningUserArn";
  const problems = [
    ...existingIamUserArgumentProblems(arn, account, property),
    ...settingsOfExistingProblems({ provisioningUser: naming?.provisioningUser }, property, "naming"),
  ];
  if (roleModeOf(args) === RoleMode.Imported) return problems;
  const given = `${shown(arn)} in mode ${shown(roleModeOf(args))}`;
  const expected = `none: only roleMode "${RoleMode.Imported}" has such a user`;
  return [...problems, error({ code: "existing-provisioning-user-without-import", property, given, expected })];
}

function roleProblems({ key, role, group }: AccountRolePlan): Problem[] {
  return under(`roles.${key}`, [
    ...existingRoleArgumentProblems(role),
    ...existingGroupArgumentProblems(group).map((problem) =>
      problem.property === "displayName" ? { ...problem, property: "groupName" } : problem,
    ),
  ]);
}
