import { entityId } from "#core/entra";
import { shown } from "#core/problems";
import { shellCommand } from "../run/shell-command";
import type { AccountReader } from "./account-reader";
import type { Examination } from "./examination";
import type { Lookup } from "./lookup";
import type { PlannedAccount } from "./planned-account";
import type { Ownership } from "./stack-ownership";
import type { NamedObject, TenantReader } from "./tenant-reader";

const group = "names";

/** One name that the stack will give, and who has it. */
interface Name {
  /** `group "AWS-Account1-Developers"` */
  readonly name: string;
  /** Ids of those that have it already. */
  readonly taken: Lookup<readonly string[]>;
  /** The argument that takes what is there. */
  readonly existing?: string;
  /** The naming pattern that gives another name. */
  readonly pattern?: string;
  /** Type of the resource, for an import. */
  readonly type?: string;
}

/** Names of the stack that somebody else has already, and what to do about each. */
export async function examineNames(
  plan: PlannedAccount,
  account: AccountReader,
  tenant: TenantReader,
  owned: Ownership,
): Promise<Examination[]> {
  const names = [...(await namesInTenant(plan, tenant)), ...(await namesInAccount(plan, account))];
  const examined = names.map((name) => examineName(name, plan.stack, owned));
  const free = examined.filter(({ outcome }) => outcome === "ok");
  const others = examined.filter(({ outcome }) => outcome !== "ok");
  if (free.length === 0) return others;
  const given = free.map(({ name }) => name).join(", ");
  return [
    { group, name: `${free.length} of ${names.length}`, outcome: "ok", given: `free, or this stack's own: ${given}` },
    ...others,
  ];
}

function examineName({ name, taken, existing, pattern, type }: Name, stack: string, owned: Ownership): Examination {
  const subject = { group, name } as const;
  if ("unknown" in taken) {
    return { ...subject, outcome: "unknown", given: taken.unknown, remedy: "let somebody look who may read it" };
  }
  const [id] = taken.found.filter((one) => !owned.has(one));
  if (id === undefined) return { ...subject, outcome: "ok", given: "free" };
  const ways = [
    ...(existing === undefined ? [] : [`take it as it is: ${existing}`]),
    ...(pattern === undefined ? [] : [`give the stack's another name: naming.${pattern}`]),
    ...(type === undefined
      ? []
      : [
          `let the stack own it: in import.json keep its entry, with the id ${shown(importId(type, id))}, and its parents`,
        ]),
  ];
  return {
    ...subject,
    outcome: "missing",
    given: `taken by ${shown(id)}`,
    remedy: ways.join("; or "),
    ...(type === undefined ? {} : { commands: importCommands(stack) }),
  };
}

/**
 * An import by type and name alone would put it beside the components, and the next deployment would make another and
 * delete this one: so it goes by the engine's own list of what is to be created, in which parents stand.
 */
function importCommands(stack: string): string[] {
  const command = (...words: string[]): string => shellCommand(["pulumi", ...words, "--stack", stack]);
  return [
    command("preview", "--import-file", "import.json"),
    command("import", "--file", "import.json", "--generate-code=false"),
  ];
}

/** The azuread provider imports by path. Source: its documentation, “Import” of each resource. */
const importPaths: Readonly<Record<string, string>> = {
  "azuread:index/group:Group": "/groups/",
  "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy": "/identity/conditionalAccess/policies/",
  "azuread:index/claimsMappingPolicy:ClaimsMappingPolicy": "/policies/claimsMappingPolicies/",
  "azuread:index/user:User": "/users/",
};

function importId(type: string, id: string): string {
  return `${importPaths[type] ?? ""}${id}`;
}

async function namesInTenant(plan: PlannedAccount, tenant: TenantReader): Promise<Name[]> {
  const { config, applicationName, conditionalAccessPolicyName } = plan;
  const names: Name[] = [];
  if (config.existingApplicationObjectId === undefined) {
    const identifier = entityId(plan.accountId, plan.partition);
    const existing = "existingApplicationObjectId";
    names.push(
      {
        name: `application ${shown(applicationName)}`,
        taken: ids(await tenant.applications(applicationName)),
        existing,
        pattern: "application",
      },
      { name: `identifier ${shown(identifier)}`, taken: ids(await tenant.applicationsOf(identifier)), existing },
    );
  }
  for (const role of plan.roles.filter(({ hasExistingGroup }) => !hasExistingGroup)) {
    names.push({
      name: `group ${shown(role.groupName)}`,
      taken: ids(await tenant.groups(role.groupName)),
      existing: `roles.${role.key}.existingGroupObjectId`,
      pattern: "group",
      type: "azuread:index/group:Group",
    });
  }
  names.push({
    name: `claims policy ${shown(plan.claimsPolicyName)}`,
    taken: named(await tenant.claimsPolicies(), plan.claimsPolicyName),
    pattern: "claimsPolicy",
    type: "azuread:index/claimsMappingPolicy:ClaimsMappingPolicy",
  });
  if (conditionalAccessPolicyName !== undefined) {
    names.push({
      name: `Conditional Access policy ${shown(conditionalAccessPolicyName)}`,
      taken: named(await tenant.conditionalAccessPolicies(), conditionalAccessPolicyName),
      pattern: "conditionalAccessPolicy",
      type: "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy",
    });
  }
  for (const [key, { userPrincipalName, existingObjectId }] of Object.entries(config.testUsers)) {
    if (existingObjectId !== undefined) continue;
    names.push({
      name: `user ${shown(userPrincipalName)}`,
      taken: ids(await tenant.users(userPrincipalName)),
      existing: `testUsers.${key}.existingObjectId`,
      type: "azuread:index/user:User",
    });
  }
  return names;
}

async function namesInAccount(plan: PlannedAccount, account: AccountReader): Promise<Name[]> {
  const names: Name[] = [];
  if (plan.config.existingSamlProviderArn === undefined) {
    const { name, arn } = plan.samlProvider;
    names.push({
      name: `SAML provider ${shown(name)}`,
      taken: there(await account.hasSamlProvider(arn), arn),
      existing: "existingSamlProviderArn",
      pattern: "samlProvider",
      type: "aws:iam/samlProvider:SamlProvider",
    });
  }
  for (const role of plan.roles.filter(({ hasExistingRole }) => !hasExistingRole)) {
    const found = await account.roleArn(role.name);
    names.push({
      name: `role ${shown(role.name)}`,
      taken: "unknown" in found ? found : { found: found.found === undefined ? [] : [role.name] },
      existing: `roles.${role.key}.existingRoleArn`,
      pattern: "role",
      type: "aws:iam/role:Role",
    });
  }
  if (plan.boundary !== undefined) {
    const { name, arn } = plan.boundary;
    names.push({
      name: `policy ${shown(name)}`,
      taken: there(await account.hasPolicy(arn), arn),
      pattern: "boundary",
      type: "aws:iam/policy:Policy",
    });
  }
  if (plan.provisioningUser !== undefined) {
    const { name } = plan.provisioningUser;
    names.push({
      name: `user ${shown(name)}`,
      taken: there(await account.hasUser(name), name),
      existing: "existingProvisioningUserArn",
      pattern: "provisioningUser",
      type: "aws:iam/user:User",
    });
  }
  return names;
}

function ids(lookup: Lookup<readonly NamedObject[]>): Lookup<readonly string[]> {
  return "unknown" in lookup ? lookup : { found: lookup.found.map(({ id }) => id) };
}

function named(lookup: Lookup<readonly NamedObject[]>, name: string): Lookup<readonly string[]> {
  return "unknown" in lookup ? lookup : ids({ found: lookup.found.filter((one) => one.name === name) });
}

function there(lookup: Lookup<boolean>, id: string): Lookup<readonly string[]> {
  return "unknown" in lookup ? lookup : { found: lookup.found ? [id] : [] };
}
