import { type Examination, grantDoctorReads } from "./examination";
import type { PlannedAccount } from "./planned-account";
import type { TenantReader } from "./tenant-reader";

/** Service plans that hold Conditional Access. Source: https://learn.microsoft.com/entra/identity/conditional-access/overview */
const plansWithConditionalAccess = ["AAD_PREMIUM", "AAD_PREMIUM_P2"];

/** Whether the tenant has what the stack's Conditional Access policy needs. */
export async function examineLicence(plan: PlannedAccount, tenant: TenantReader): Promise<Examination[]> {
  if (plan.conditionalAccessPolicyName === undefined) return [];
  const subject = { group: "licence", name: "Conditional Access", expected: "Entra ID P1 or P2" } as const;
  const plans = await tenant.servicePlans();
  if ("unknown" in plans) {
    return [
      {
        ...subject,
        outcome: "unknown",
        given: plans.unknown,
        remedy: grantDoctorReads,
      },
    ];
  }
  const found = plansWithConditionalAccess.filter((name) => plans.found.includes(name));
  if (found.length > 0) return [{ ...subject, outcome: "ok", given: found.join(", ") }];
  return [
    {
      ...subject,
      outcome: "missing",
      given: "no such licence in the tenant",
      remedy: "get licences for those who sign in, or take conditionalAccess out of the stack's config",
    },
  ];
}
