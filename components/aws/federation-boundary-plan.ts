import {
  arnProblems,
  pathProblems,
  policyArn,
  policyNameProblems,
  roleArn,
  roleNameProblems,
  samlProviderArn,
  samlProviderNameProblems,
  tagProblems,
  userArn,
  userNameProblems,
} from "#core/aws";
import {
  federationBoundary,
  type FederationBoundary,
  federationBoundaryProblems as documentProblems,
  serializePolicy,
} from "#core/aws/policy";
import { nameOf } from "#core/naming";
import { under } from "#core/problems";
import { accountProblems, arnOf, ownerOf } from "../account-checks";
import { plainEntries, refuse } from "../refusal";
import type { Problem } from "../../core/problems";
import type { FederationBoundaryArgs, ProtectedRoleArgs } from "./federation-boundary-args";

/** Checks the arguments and computes names and the document. Pure. */
export function planFederationBoundary(instance: string, args: FederationBoundaryArgs) {
  const warnings = refuse("FederationBoundary", instance, [
    ...accountProblems(args.account),
    ...federationBoundaryProblems(args),
    ...protectedRolesProblems(args.roles, "roles"),
    ...protectedNamesProblems(args),
  ]);
  const boundary = boundaryOf(args);
  return {
    warnings,
    policyName: policyNameOf(args),
    arn: boundary.boundaryArn,
    document: serializePolicy(federationBoundary(boundary)),
  };
}

/** What is wrong with the policy itself: its name and its length. */
export function federationBoundaryProblems(args: FederationBoundaryArgs): Problem[] {
  return [...policyNameProblems(policyNameOf(args), "policyName"), ...documentProblems(boundaryOf(args), "roles")];
}

/** What is wrong with roles to protect: a name that no role can have protects nothing. */
export function protectedRolesProblems(roles: readonly ProtectedRoleArgs[], property: string): Problem[] {
  return roles.flatMap(({ roleName, path }, index) =>
    under(`${property}[${index}]`, [
      ...roleNameProblems(roleName, "roleName"),
      ...(path === undefined ? [] : pathProblems(path, "path")),
    ]),
  );
}

function protectedNamesProblems(args: FederationBoundaryArgs): Problem[] {
  const { samlProviderName, provisioningUserName, provisioningUserPath, rolePolicyArns = [] } = args;
  return [
    ...rolePolicyArns.flatMap((arn, index) =>
      arnProblems(arn, arnOf(args.account, "policy"), `rolePolicyArns[${index}]`),
    ),
    ...(samlProviderName === undefined ? [] : samlProviderNameProblems(samlProviderName, "samlProviderName")),
    ...(provisioningUserName === undefined ? [] : userNameProblems(provisioningUserName, "provisioningUserName")),
    ...(provisioningUserPath === undefined ? [] : pathProblems(provisioningUserPath, "provisioningUserPath")),
    ...tagProblems(Object.fromEntries(plainEntries(args.tags)), "tags"),
  ];
}

/** ARN of the policy. */
export function federationBoundaryArn(args: FederationBoundaryArgs): string {
  return policyArn({ ...ownerOf(args.account), name: policyNameOf(args) });
}

function policyNameOf(args: FederationBoundaryArgs): string {
  return args.policyName ?? nameOf("boundary", {});
}

function boundaryOf(args: FederationBoundaryArgs): FederationBoundary {
  const owner = ownerOf(args.account);
  const userName = args.provisioningUserName ?? nameOf("provisioningUser", { account: args.account.name });
  return {
    boundaryArn: federationBoundaryArn(args),
    samlProviderArn: samlProviderArn({ ...owner, name: args.samlProviderName ?? nameOf("samlProvider", {}) }),
    federatedRoleArns: args.roles.map(({ roleName, path }) => roleArn({ ...owner, path, name: roleName })),
    federatedRolePolicyArns: args.rolePolicyArns ?? [],
    provisioningUserArn: userArn({ ...owner, path: args.provisioningUserPath, name: userName }),
  };
}
