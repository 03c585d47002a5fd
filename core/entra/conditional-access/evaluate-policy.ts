import { conditions } from "./conditions";
import { weighGrantControls, type GrantOutcome } from "./grant-controls";
import { allOf } from "./membership";
import type { ConditionalAccessPolicy, ConditionSet } from "./policy";
import type { SignIn, TenantLocations } from "./sign-in";

/** What one policy means for one sign-in. */
export type PolicyOutcome =
  | { readonly outcome: "disabled" }
  | { readonly outcome: "notApplied"; readonly condition: keyof ConditionSet }
  | { readonly outcome: "applied"; readonly grant: GrantOutcome }
  /** Applies, or hangs on `inputs`, but is only reported. */
  | { readonly outcome: "reportOnly"; readonly grant: GrantOutcome; readonly inputs: readonly string[] }
  /** Whether it applies hangs on `inputs`; `grant` is what it would ask. */
  | { readonly outcome: "open"; readonly grant: GrantOutcome; readonly inputs: readonly string[] };

/** Evaluates one policy: all of its conditions have to hold for it to apply. */
export function evaluatePolicy(
  policy: ConditionalAccessPolicy,
  signIn: SignIn,
  tenant: TenantLocations,
): PolicyOutcome {
  if (policy.state === "disabled") return { outcome: "disabled" };
  const results = conditions.map((condition) => ({
    name: condition.name,
    holds: condition.evaluate(policy.conditions, signIn, tenant),
  }));
  const failing = results.find(({ holds }) => holds === "no");
  if (failing) return { outcome: "notApplied", condition: failing.name };
  const applies = allOf(...results.map(({ holds }) => holds), ...unmodelled(policy.conditions));
  const inputs = typeof applies === "string" ? [] : applies.open;
  const grant = weighGrantControls(policy.grantControls, signIn);
  if (policy.state === "enabledForReportingButNotEnforced") return { outcome: "reportOnly", grant, inputs };
  return inputs.length > 0 ? { outcome: "open", grant, inputs } : { outcome: "applied", grant };
}

const modelled: ReadonlySet<string> = new Set(conditions.map(({ name }) => name));

/** A condition that Graph learns after us narrows the policy in a way that nobody here can tell. */
function unmodelled(set: ConditionSet): readonly { readonly open: readonly string[] }[] {
  return Object.entries(set)
    .filter(([name, value]) => !modelled.has(name) && !name.includes("@") && !isEmpty(value))
    .map(([name]) => ({ open: [`conditions.${name}`] }));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
