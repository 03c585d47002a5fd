import { shown, withoutControls } from "#core/problems";
import { shellCommand } from "../run/shell-command";
import type { AccountReader } from "./account-reader";
import type { Examination } from "./examination";
import type { PlannedAccount } from "./planned-account";
import type { TenantReader } from "./tenant-reader";

/** Who somebody is in both clouds, and whether these are the stack's. */
export function examineIdentity(
  plan: PlannedAccount,
  account: Pick<AccountReader, "caller">,
  tenant: Pick<TenantReader, "caller" | "tenantId">,
): Examination[] {
  return [examineAccount(plan, account), examineTenant(plan, tenant)];
}

function examineAccount({ accountId, stack }: PlannedAccount, { caller }: Pick<AccountReader, "caller">): Examination {
  const subject = { group: "identity", name: "AWS", given: withoutControls(caller.arn) } as const;
  if (caller.accountId === accountId) return { ...subject, outcome: "ok" };
  return {
    ...subject,
    outcome: "missing",
    expected: `somebody of account ${shown(accountId)}`,
    remedy: `sign in to the stack's account, or let the stack take a role of it (aws:assumeRoles of stack ${shown(stack)})`,
  };
}

function examineTenant(
  { tenantId, stack }: PlannedAccount,
  tenant: Pick<TenantReader, "caller" | "tenantId">,
): Examination {
  const { caller } = tenant;
  const who = withoutControls(caller.displayName ?? caller.clientId ?? caller.objectId);
  const subject = {
    group: "identity",
    name: "Entra",
    given: `${caller.kind} ${who} of tenant ${withoutControls(tenant.tenantId)}`,
  } as const;
  if (tenantId === undefined) {
    return {
      ...subject,
      outcome: "missing",
      expected: "a stack that names its tenant",
      commands: [shellCommand(["pulumi", "config", "set", "--stack", stack, "azuread:tenantId", tenant.tenantId])],
      remedy: "say which tenant is meant",
    };
  }
  if (tenantId.toLowerCase() === tenant.tenantId.toLowerCase()) return { ...subject, outcome: "ok" };
  return {
    ...subject,
    outcome: "missing",
    expected: `somebody of tenant ${shown(tenantId)}`,
    remedy: "sign in to the stack's tenant: set AZURE_TENANT_ID, or run az login --tenant with it",
  };
}
