import { parseArn, parseIamResource } from "#core/aws";
import { type Allowed, authorize, type Denied, type PolicySet } from "#core/aws/authorization";

import type { Account } from "../account";
import { refusal } from "../refusals";
import { arnOfRole, findRole } from "../roles";
import { arnOfUser, findUser } from "../users";
import { undeterminedRefusal } from "./authorize-call";
import { principalPolicies, rolePolicies } from "./principal-policies";

/** What the policy simulator is asked. */
export interface Simulation {
  /** Of the role or user whose policies count. */
  readonly principalArn: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Condition keys in lower case: all that the simulated requests have. */
  readonly context: ReadonlyMap<string, readonly string[]>;
}

export interface SimulationResult {
  readonly action: string;
  readonly resource: string;
  readonly decision: "allowed" | "explicitDeny" | "implicitDeny";
  /** Policies of the statements that decided: ids as the simulator has them. */
  readonly matched: readonly string[];
  /** Condition keys, as the policies write them, that the request does not have. */
  readonly missing: readonly string[];
  /** Whether the boundary alone allows it; absent without a boundary. */
  readonly allowedByBoundary?: boolean;
}

/**
 * Decides each action on each resource by the principal's policies and boundary, without the resources' own.
 *
 * @throws NoSuchEntity, or NotEmulated where a decision hangs on what the emulated account cannot know
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export function simulate(account: Account, simulation: Simulation): SimulationResult[] {
  const { principalArn, actions, resources, context } = simulation;
  const policies = policiesOf(account, principalArn);
  const missing = missingKeys(policies, context);
  return actions.flatMap((action) =>
    resources.map((resource): SimulationResult => {
      // Other accounts' resources count as the account's own, as their policies are not asked.
      const request = { principalArn, action, resource, context, resourceAccountId: account.id };
      const decision = authorize(request, policies);
      if (decision.decision === "undetermined") throw undeterminedRefusal(request, decision);
      const matched = [...new Set(decision.by.map(({ policy }) => sourcePolicyId(principalArn, policy)))];
      const result = { action, resource, decision: wordOf(decision), matched, missing };
      if (policies.boundary === undefined) return result;
      const byBoundary = authorize(request, { identity: policies.boundary });
      return { ...result, allowedByBoundary: byBoundary.decision === "allow" };
    }),
  );
}

function wordOf(decision: Allowed | Denied): SimulationResult["decision"] {
  if (decision.decision === "allow") return "allowed";
  return decision.reason === "explicit" ? "explicitDeny" : "implicitDeny";
}

/** A managed policy's name; kind and name of the principal before that of an inline one. Unconfirmed: as users show it. */
function sourcePolicyId(principalArn: string, policy: string): string {
  const [kind, ...path] = (parseArn(principalArn)?.resource ?? "").split("/");
  if (policy.startsWith("inline:")) return `${kind}_${path.at(-1)}_${policy.slice("inline:".length)}`;
  return policy.split("/").at(-1) ?? policy;
}

function missingKeys({ identity, boundary = [] }: PolicySet, context: Simulation["context"]): string[] {
  const keys = [...identity, ...boundary].flatMap(({ document }) =>
    document === "unknown"
      ? []
      : document.Statement.flatMap(({ Condition = {} }) => Object.values(Condition).flatMap(Object.keys)),
  );
  return [...new Set(keys)].filter((key) => !context.has(key.toLowerCase())).sort();
}

function policiesOf(account: Account, principalArn: string): PolicySet {
  const arn = parseArn(principalArn);
  const name = (arn && parseIamResource(arn)?.name) ?? "";
  const role = findRole(account, name);
  if (role !== undefined && arnOfRole(account, role) === principalArn) return rolePolicies(account, role);
  const user = findUser(account, name);
  if (user !== undefined && arnOfUser(account, user) === principalArn) {
    return principalPolicies(account, { kind: "user", user });
  }
  throw refusal("noSuchPrincipal", { arn: principalArn });
}
