import { entraLimits, entraLimitSources } from "#core/entra";
import { iamLimits } from "#core/aws";
import type { AccountReader } from "./account-reader";
import { type Examination, grantDoctorReads } from "./examination";
import type { Lookup } from "./lookup";
import type { PlannedAccount } from "./planned-account";
import type { Ownership } from "./stack-ownership";
import type { TenantReader } from "./tenant-reader";

const group = "limits";

/** SAML providers of an account. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const samlProviders = 100;

/** Above this part of a limit somebody is warned. */
const near = 0.9;

/** Limits that the stack would pass, or that are near. */
export async function examineLimits(
  plan: PlannedAccount,
  account: AccountReader,
  tenant: TenantReader,
  owned: Ownership,
): Promise<Examination[]> {
  // What the stack has made is counted by the clouds already.
  const added = (ids: readonly string[]): number => ids.filter((id) => !owned.has(id)).length;
  const roles = plan.roles.filter(({ hasExistingRole }) => !hasExistingRole).map(({ name }) => name);
  const providers = plan.config.existingSamlProviderArn === undefined ? [plan.samlProvider.arn] : [];
  const boundaries = plan.boundary === undefined ? [] : [plan.boundary.arn];
  const summary = await account.summary();
  const count = (key: string): Lookup<number> => ("unknown" in summary ? summary : { found: summary.found[key] ?? 0 });
  const quota = (key: string, otherwise: number): number =>
    "unknown" in summary ? otherwise : (summary.found[key] ?? otherwise);
  const policies =
    plan.conditionalAccessPolicyName === undefined ? undefined : await tenant.conditionalAccessPolicies();
  const perRole = quota("AttachedPoliciesPerRoleQuota", iamLimits.managedPoliciesPerRole);
  return summarized([
    limit("roles of the account", count("Roles"), added(roles), quota("RolesQuota", 1000)),
    limit("policies of the account", count("Policies"), added(boundaries), quota("PoliciesQuota", 1500)),
    limit("SAML providers of the account", await account.samlProviderCount(), added(providers), samlProviders),
    ...(policies === undefined
      ? []
      : [
          limit(
            "Conditional Access policies of the tenant",
            "unknown" in policies ? policies : { found: policies.found.length },
            "found" in policies && policies.found.some(({ id }) => owned.has(id)) ? 0 : 1,
            entraLimits.conditionalAccessPolicies,
            entraLimitSources.conditionalAccessPolicies,
          ),
        ]),
    limit("app roles of the application", { found: plan.roles.length }, 0, entraLimits.appRolesAndScopes),
    ...Object.entries(plan.config.roles).map(([key, { managedPolicies }]) =>
      limit(`managed policies of role ${key}`, { found: managedPolicies.length }, 0, perRole),
    ),
  ]);
}

function limit(name: string, count: Lookup<number>, added: number, most: number, source?: string): Examination {
  const expected = `at most ${most}${source === undefined ? "" : ` (${source})`}`;
  if ("unknown" in count) {
    return {
      group,
      name,
      outcome: "unknown",
      given: count.unknown,
      expected,
      remedy: grantDoctorReads,
    };
  }
  const after = count.found + added;
  const given = added === 0 ? String(after) : `${after}, with this stack's ${added}`;
  if (after > most) {
    return {
      group,
      name,
      outcome: "missing",
      given,
      expected,
      remedy: "remove some, or ask for a higher quota where there is one",
    };
  }
  if (after >= most * near && most > 20)
    return { group, name, outcome: "warning", given, expected, remedy: "the limit is near" };
  return { group, name, outcome: "ok", given, expected };
}

/** What is far from its limit needs one line together. */
function summarized(all: readonly Examination[]): Examination[] {
  const far = all.filter(({ outcome }) => outcome === "ok");
  const given = far.map(({ name, given: count }) => `${name} ${count}`).join("; ");
  const line: Examination[] =
    far.length === 0 ? [] : [{ group, name: `${far.length} of ${all.length}`, outcome: "ok", given }];
  return [...line, ...all.filter(({ outcome }) => outcome !== "ok")];
}
