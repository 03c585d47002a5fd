import { type PartitionName, policyArn, roleArn, samlProviderArn, userArn } from "#core/aws";
import { type EntraCloudName, entraClouds, issuer } from "#core/entra";
import { nameOf, type NameValues, type NamingConvention, namingProblems } from "#core/naming";
import type { StackSettings } from "../stack/read-stack";
import { type DoctorAccountConfig, readAccountConfig, UnreadableConfig } from "./account-config";

/** One role as the stack will make it. */
export interface PlannedRole {
  readonly key: string;
  readonly name: string;
  readonly arn: string;
  readonly groupName: string;
  /** Whether the group is there already and is only referred to. */
  readonly hasExistingGroup: boolean;
  readonly hasExistingRole: boolean;
  readonly maxSessionDuration: number;
}

/** What an account stack makes and where, from its config alone. */
export interface PlannedAccount {
  readonly stack: string;
  readonly config: DoctorAccountConfig;
  readonly accountId: string;
  readonly partition: PartitionName;
  readonly entraCloud: EntraCloudName;
  readonly tenantId: string | undefined;
  readonly issuer: string | undefined;
  readonly applicationName: string;
  readonly claimsPolicyName: string;
  readonly samlProvider: { readonly name: string; readonly arn: string };
  readonly roles: readonly PlannedRole[];
  readonly boundary: { readonly name: string; readonly arn: string } | undefined;
  /** The user that it makes; not one who is there already. */
  readonly provisioningUser: { readonly name: string; readonly arn: string } | undefined;
  readonly conditionalAccessPolicyName: string | undefined;
  readonly sessionDuration: number;
  /** Whether anything that it makes in AWS bears tags, its own or the provider's. */
  readonly isTagged: boolean;
}

/** @throws UnreadableConfig */
export function planAccount({ stack, config }: Pick<StackSettings, "stack" | "config">): PlannedAccount {
  const account = readAccountConfig(stack, config);
  const naming = account.naming as Partial<NamingConvention> | undefined;
  if (namingProblems(naming ?? {}).some(({ severity }) => severity === "error")) {
    throw new UnreadableConfig(`the naming patterns of stack ${stack} make no names: pulumi preview says why`);
  }
  const { id: accountId, name, partition } = account.account;
  const owner = { accountId, partition };
  const base = { company: account.company, account: name, accountId };
  const named = (kind: keyof NamingConvention, more: NameValues = {}): string =>
    nameOf(kind, { ...base, ...more }, naming);
  const samlProvider = named("samlProvider");
  const tenantId = account.tenantId ?? textOf(config["azuread:tenantId"]);
  const boundary = named("boundary");
  const user = named("provisioningUser");
  const roles = Object.entries(account.roles).map(([key, role]): PlannedRole => {
    const roleName = named("role", { role: key, samlProvider });
    return {
      key,
      name: roleName,
      arn:
        role.existingRoleArn ??
        roleArn({ ...owner, ...(role.path === undefined ? {} : { path: role.path }), name: roleName }),
      groupName: role.groupName ?? named("group", { role: key, samlProvider }),
      hasExistingGroup: role.existingGroupObjectId !== undefined,
      hasExistingRole: role.existingRoleArn !== undefined,
      maxSessionDuration: role.maxSessionDuration ?? 3600,
    };
  });
  return {
    stack,
    config: account,
    accountId,
    partition,
    entraCloud: account.entraCloud,
    tenantId,
    issuer: tenantId === undefined ? undefined : issuer(tenantId, entraClouds[account.entraCloud]),
    applicationName: named("application"),
    claimsPolicyName: named("claimsPolicy"),
    samlProvider: plannedProvider(account.existingSamlProviderArn ?? samlProviderArn({ ...owner, name: samlProvider })),
    roles,
    boundary: account.protectFederation ? { name: boundary, arn: policyArn({ ...owner, name: boundary }) } : undefined,
    provisioningUser:
      account.roleMode === "imported" && account.existingProvisioningUserArn === undefined
        ? { name: user, arn: userArn({ ...owner, name: user }) }
        : undefined,
    conditionalAccessPolicyName:
      account.conditionalAccess?.requireMfa === true ? named("conditionalAccessPolicy") : undefined,
    isTagged: hasTags(account, config["aws:defaultTags"]),
    sessionDuration: account.sessionDuration ?? Math.min(...roles.map((role) => role.maxSessionDuration)),
  };
}

function plannedProvider(arn: string): PlannedAccount["samlProvider"] {
  return { arn, name: arn.slice(arn.lastIndexOf("/") + 1) };
}

function hasTags({ tags, roles }: DoctorAccountConfig, ofProvider: unknown): boolean {
  const all = [tags, ...Object.values(roles).map((role) => role.tags)];
  return ofProvider !== undefined || all.some((one) => one !== undefined && Object.keys(one).length > 0);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
