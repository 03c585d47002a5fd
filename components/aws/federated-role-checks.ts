import {
  arnProblems,
  managedPolicyCountProblems,
  maxSessionDurationProblems,
  pathProblems,
  policyNameProblems,
  roleDescriptionProblems,
  roleNameProblems,
  tagProblems,
} from "#core/aws";
import { findManagedPolicy, managedPolicyProblems } from "#core/aws/managed-policies";
import { policyProblems, policySizeProblems } from "#core/aws/policy";
import { error, shown } from "#core/problems";
import { arnOf, ownerOf } from "../account-checks";
import { isPlain, plainEntries } from "../refusal";
import { settingsOfExistingProblems } from "../setting-problems";
import { roleNameOf } from "./existing-role";
import type { Problem } from "../../core/problems";
import type { AccountArgs } from "../account";
import type { FederatedRoleArgs, RoleSettingsArgs } from "./federated-role-args";

/** What is wrong with a federated role, the account apart. */
export function federatedRoleProblems(args: FederatedRoleArgs): Problem[] {
  return [
    ...roleNameProblems(args.roleName, "roleName"),
    ...(isPlain(args.samlProviderArn) ? trustedProviderProblems(args.samlProviderArn, args.account) : []),
    ...roleSettingsProblems(args, args.account),
    ...plainEntries(args.customerPolicyArns).flatMap(([key, arn]) =>
      arnProblems(arn, arnOf(args.account, "policy"), `customerPolicyArns.${key}`),
    ),
    ...existingRoleArgumentProblems(args),
  ];
}

/** What is wrong with a role that is to be taken as it is, and with settings that would change it. */
export function existingRoleArgumentProblems(args: FederatedRoleArgs): Problem[] {
  const { existingRoleArn: arn, roleName } = args;
  if (arn === undefined) return [];
  const { customerPolicyArns, description, inlinePolicies, managedPolicies, path, permissionsBoundary, tags } = args;
  const settings = {
    customerPolicyArns,
    description,
    inlinePolicies,
    managedPolicies,
    path,
    permissionsBoundary,
    tags,
  };
  return [
    ...arnProblems(arn, arnOf(args.account, "role"), "existingRoleArn"),
    ...(roleNameOf(arn) === roleName ? [] : [otherName(arn, roleName)]),
    ...settingsOfExistingProblems(settings, "existingRoleArn"),
  ];
}

function otherName(arn: string, roleName: string): Problem {
  const expected = `the role's own name, ${shown(roleNameOf(arn))}`;
  return error({ code: "existing-role-name", property: "roleName", given: shown(roleName), expected });
}

/** What is wrong with the SAML provider that a role of this account is to trust. */
export function trustedProviderProblems(arn: string, account: AccountArgs): Problem[] {
  return arnProblems(arn, arnOf(account, "saml-provider"), "samlProviderArn");
}

/** What is wrong with the settings of a role. */
export function roleSettingsProblems(settings: RoleSettingsArgs, account: AccountArgs): Problem[] {
  const { path, description, maxSessionDuration, permissionsBoundary } = settings;
  return [
    ...managedPoliciesProblems(settings.managedPolicies ?? [], account),
    ...inlinePoliciesProblems(settings.inlinePolicies ?? {}),
    ...(isPlain(permissionsBoundary)
      ? arnProblems(permissionsBoundary, arnOf(account, "policy"), "permissionsBoundary")
      : []),
    ...(path === undefined ? [] : pathProblems(path, "path")),
    ...(description === undefined ? [] : roleDescriptionProblems(description, "description")),
    ...(maxSessionDuration === undefined ? [] : maxSessionDurationProblems(maxSessionDuration, "maxSessionDuration")),
    ...tagProblems(Object.fromEntries(plainEntries(settings.tags)), "tags"),
  ];
}

function managedPoliciesProblems(given: readonly string[], account: AccountArgs): Problem[] {
  const owner = ownerOf(account);
  const arns = given.map((nameOrArn) => findManagedPolicy(nameOrArn, owner.partition)?.arn);
  return [
    ...given.flatMap((nameOrArn, index) => {
      const property = `managedPolicies[${index}]`;
      const repeated = arns[index] !== undefined && arns.indexOf(arns[index]) < index;
      return [
        ...managedPolicyProblems(nameOrArn, owner, property),
        ...(repeated ? [repeatedPolicy(nameOrArn, property)] : []),
      ];
    }),
    ...managedPolicyCountProblems(given.length, "managedPolicies"),
  ];
}

function repeatedPolicy(given: string, property: string): Problem {
  return error({
    code: "managed-policy-repeated",
    property,
    given: shown(given),
    expected: "each managed policy once",
  });
}

function inlinePoliciesProblems(documents: NonNullable<RoleSettingsArgs["inlinePolicies"]>): Problem[] {
  const plain = plainEntries(documents);
  const texts = plain.map(([, document]) => document);
  return [
    ...Object.keys(documents).flatMap((name) => policyNameProblems(name, `inlinePolicies.${name}`)),
    ...plain.flatMap(([name, document]) => policyProblems(document, "roleInline", `inlinePolicies.${name}`)),
    // One policy that is too long by itself has been named already.
    ...(plain.length > 1 ? policySizeProblems(texts, "roleInline", "inlinePolicies") : []),
  ];
}
