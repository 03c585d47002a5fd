import { evaluatePolicy, type PolicyOutcome } from "./evaluate-policy";
import type { MissingControls } from "./grant-controls";
import type { ConditionalAccessPolicy } from "./policy";
import type { SignIn, TenantLocations } from "./sign-in";

export interface PolicyReference {
  readonly id: string;
  readonly displayName: string;
}

export interface ReportOnlyOutcome extends PolicyReference {
  /** What the policy would have done; `open` hangs on an input that is not known. */
  readonly would: "block" | "challenge" | "grant" | "open";
}

export interface OpenInputs extends PolicyReference {
  readonly inputs: readonly string[];
}

export interface SignInDecision {
  /** `challenge`: no sign-in until the missing controls are met. */
  readonly decision: "granted" | "blocked" | "challenge" | "undetermined";
  /** The policies that decide: those that block, else those that miss a control, else those that applied. */
  readonly policies: readonly PolicyReference[];
  readonly missing: readonly (PolicyReference & MissingControls)[];
  readonly reportOnly: readonly ReportOnlyOutcome[];
  /** Enforced policies whose part hangs on inputs that are not known, where it could matter. */
  readonly open: readonly OpenInputs[];
}

interface Evaluated {
  readonly policy: PolicyReference;
  readonly result: PolicyOutcome;
}

/**
 * Decides one sign-in over all policies: a block wins, then every applied policy's controls have to be met.
 * Report-only policies are told and not enforced, disabled ones are not there.
 */
export function decideSignIn(
  policies: readonly ConditionalAccessPolicy[],
  signIn: SignIn,
  tenant: TenantLocations,
): SignInDecision {
  const evaluated = policies.map((policy): Evaluated => {
    const { id, displayName } = policy;
    return { policy: { id, displayName }, result: evaluatePolicy(policy, signIn, tenant) };
  });
  const missing = evaluated.flatMap(missingOf);
  const common = { missing, reportOnly: evaluated.flatMap(reportOf), open: evaluated.flatMap(openOf) };
  const blocking = references(evaluated, isBlocking);
  if (blocking.length > 0) return { ...common, decision: "blocked", policies: blocking };
  if (evaluated.some(couldBlock)) return { ...common, decision: "undetermined", policies: [] };
  if (missing.length > 0) return { ...common, decision: "challenge", policies: references(evaluated, isMissing) };
  if (common.open.length > 0) return { ...common, decision: "undetermined", policies: [] };
  return { ...common, decision: "granted", policies: references(evaluated, isApplied) };
}

function references(evaluated: readonly Evaluated[], which: (each: Evaluated) => boolean): PolicyReference[] {
  return evaluated.filter(which).map(({ policy }) => policy);
}

function isApplied({ result }: Evaluated): boolean {
  return result.outcome === "applied";
}

function isBlocking({ result }: Evaluated): boolean {
  return result.outcome === "applied" && result.grant.grant === "block";
}

function isMissing(each: Evaluated): boolean {
  return missingOf(each).length > 0;
}

function couldBlock({ result }: Evaluated): boolean {
  return result.outcome === "open" && result.grant.grant === "block";
}

function missingOf({ policy, result }: Evaluated): (PolicyReference & MissingControls)[] {
  if (result.outcome !== "applied" || result.grant.grant !== "missing") return [];
  return [{ ...policy, ...result.grant.missing }];
}

function reportOf({ policy, result }: Evaluated): ReportOnlyOutcome[] {
  if (result.outcome !== "reportOnly") return [];
  return [{ ...policy, would: result.inputs.length > 0 ? "open" : reported[result.grant.grant] }];
}

const reported = { block: "block", missing: "challenge", satisfied: "grant", open: "open" } as const;

/** Whether a policy applies does not matter where its controls are met anyway. */
function openOf({ policy, result }: Evaluated): OpenInputs[] {
  if (result.outcome !== "applied" && result.outcome !== "open") return [];
  if (result.grant.grant === "satisfied") return [];
  const applies = result.outcome === "open" ? result.inputs : [];
  const asks = result.grant.grant === "open" ? result.grant.inputs : [];
  const inputs = [...new Set([...applies, ...asks])].sort();
  return inputs.length > 0 ? [{ ...policy, inputs }] : [];
}
