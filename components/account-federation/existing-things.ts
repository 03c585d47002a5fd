import * as pulumi from "@pulumi/pulumi";
import { partitions } from "#core/aws";
import { issuer } from "#core/entra";
import { shown, under, warning } from "#core/problems";
import { parseMetadata } from "#core/saml/metadata";
import { partitionOf } from "../account-checks";
import { type HeldBack, heldBackBy } from "../admission";
import { existingIamUserProblems, lookUpIamUser } from "../aws/existing-iam-user";
import { existingRoleProblems, type FoundRole, lookUpRole } from "../aws/existing-role";
import { existingSamlProviderProblems, lookUpSamlProvider } from "../aws/existing-saml-provider";
import { federationBoundaryArn } from "../aws/federation-boundary-plan";
import { entraCloudOf } from "../entra/enterprise-application-checks";
import { existingApplicationProblems, lookUpApplication } from "../entra/existing-application";
import { existingGroupProblems, lookUpGroup } from "../entra/existing-group";
import { knownMemberIds, lookUpKinds, memberKindProblems } from "../entra/member-kinds";
import { importedRoleLookups } from "./imported-role-lookups";
import { isPlain, refuse, warn } from "../refusal";
import { existingRoleImportProblems } from "./role-mode-checks";
import type { Problem } from "../../core/problems";
import type { AccountFederationArgs } from "./account-federation-args";
import type { AccountFederationPlan, AccountRolePlan } from "./account-federation-sketch";

type Members = Record<string, pulumi.Input<string>>;

/** What a federation takes as it is, looked up and judged in one list. */
export interface ExistingThings {
  /** Options that hold everything else back: while something is refused, nothing is registered. */
  held: HeldBack;
  /** Members whose ids have been judged, and are not looked up again. */
  admitted(members: Members | undefined): Members | undefined;
}

/** Looks up, as children of `parent`, everything that the arguments name and the clouds have already. */
export function admitExistingThings(
  name: string,
  args: AccountFederationArgs,
  plan: AccountFederationPlan,
  parent: pulumi.Resource,
): ExistingThings {
  const options = { parent };
  const lookups = [
    ...applicationLookups(args, options),
    ...providerLookups(args, options),
    ...provisioningUserLookups(args, options),
    ...plan.roles.flatMap((role) => roleLookups(role, args, plan, options)),
    ...memberLookups(plan.roles, options),
    ...importedRoleLookups(name, args, plan, parent),
  ];
  if (lookups.length === 0) return { held: {}, admitted: (members) => members };
  const judged = pulumi.all(lookups).apply((problems) => {
    warn("AccountFederation", name, refuse("AccountFederation", name, problems.flat()), parent);
  });
  const admit = (id: pulumi.Input<string>) => (isPlain(id) ? judged.apply(() => id) : id);
  return {
    held: heldBackBy([judged]),
    admitted: (members) => members && Object.fromEntries(Object.entries(members).map(([key, id]) => [key, admit(id)])),
  };
}

type Lookup = pulumi.Output<Problem[]>;

function applicationLookups(args: AccountFederationArgs, options: pulumi.InvokeOptions): Lookup[] {
  const { account, existingApplicationObjectId: objectId } = args;
  if (objectId === undefined) return [];
  return [lookUpApplication(objectId, options).apply((found) => existingApplicationProblems(found, account))];
}

function providerLookups(args: AccountFederationArgs, options: pulumi.InvokeOptions): Lookup[] {
  const { existingSamlProviderArn: arn, tenantId, metadata, signingCertificates = [] } = args;
  if (arn === undefined) return [];
  const given = isPlain(metadata?.xml) ? parseMetadata(metadata.xml) : undefined;
  const known = given !== undefined && "metadata" in given ? given.metadata.certificates : signingCertificates;
  const expected = { issuer: issuer(tenantId, entraCloudOf(args)), certificates: known };
  return [lookUpSamlProvider(arn, options).apply((found) => existingSamlProviderProblems(found, expected))];
}

function provisioningUserLookups(
  { existingProvisioningUserArn: arn }: AccountFederationArgs,
  options: pulumi.InvokeOptions,
): Lookup[] {
  if (arn === undefined) return [];
  const property = "existingProvisioningUserArn";
  return [lookUpIamUser(arn, options).apply((found) => existingIamUserProblems(found, arn, property))];
}

function roleLookups(
  { key, arn, role, group }: AccountRolePlan,
  args: AccountFederationArgs,
  { boundary }: AccountFederationPlan,
  options: pulumi.InvokeOptions,
): Lookup[] {
  const { samlProviderArn, maxSessionDuration } = role;
  const audience = partitions[partitionOf(args.account)].samlEndpoint;
  const expected = { roleArn: arn, samlProviderArn, audience, maxSessionDuration };
  const boundaryArn = boundary && federationBoundaryArn(boundary);
  const roles =
    role.existingRoleArn === undefined
      ? []
      : [
          lookUpRole(arn, options).apply((found) => [
            ...existingRoleProblems(found, expected),
            ...boundaryProblems(found, boundaryArn),
            ...existingRoleImportProblems(args, found, "existingRoleArn"),
          ]),
        ];
  const hasMembers = Object.keys(group.members ?? {}).length > 0;
  const groups =
    group.existingGroupObjectId === undefined
      ? []
      : [
          lookUpGroup(group.existingGroupObjectId, options).apply((found) =>
            existingGroupProblems(found, hasMembers, "existingGroupObjectId"),
          ),
        ];
  return [...roles, ...groups].map((lookup) => lookup.apply((problems) => under(`roles.${key}`, problems)));
}

/** Each id once, however many roles it has. */
function memberLookups(roles: readonly AccountRolePlan[], options: pulumi.InvokeOptions): Lookup[] {
  const known = [...new Set(roles.flatMap(({ group }) => knownMemberIds(group.members)))];
  if (known.length === 0) return [];
  return [
    lookUpKinds(known, options).apply((kinds) =>
      roles.flatMap(({ key, group }) => memberKindProblems(group.members, kinds, `roles.${key}.members`)),
    ),
  ];
}

function boundaryProblems({ arn, permissionsBoundary }: FoundRole, expected: string | undefined): Problem[] {
  if (expected === undefined || permissionsBoundary === expected) return [];
  return [
    warning({
      code: "role-not-protected",
      property: "existingRoleArn",
      given: `${shown(arn)}, with ${permissionsBoundary === "" ? "no boundary" : `the boundary ${permissionsBoundary}`}`,
      expected: `the boundary of protectFederation, ${expected}: an existing role is not changed, and may change the federation as far as its policies let it`,
      remedy: "set the boundary where the role is managed",
    }),
  ];
}
