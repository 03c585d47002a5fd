import type { Decision, PolicySet, StatementReference } from "./decision";
import { evaluatePolicies, type Verdict } from "./evaluate-policies";
import type { PrincipalMatch } from "./match-principal";
import type { AuthorizationRequest } from "./request";

/**
 * Decides a request over all policies that have a say: an explicit deny anywhere; then each level of the organisation;
 * then identity within boundary and session, or the resource's policy, or across accounts both.
 *
 * A document that is `"unknown"` and a key that is unknown leave the answer open only where they could change it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function authorize(request: AuthorizationRequest, policies: PolicySet): Decision {
  const organisation = (policies.organisation ?? []).map((level) =>
    evaluatePolicies("service control policy", level, request),
  );
  const resource = evaluatePolicies("resource-based policy", policies.resource ?? [], request);
  const identity = evaluatePolicies("identity-based policy", policies.identity, request);
  const boundary = limit("permissions boundary", policies.boundary, request);
  const session = limit("session policy", policies.session, request);
  const all = [...organisation, resource, identity, ...boundary, ...session];

  const denying = all.find(({ denies }) => denies.length > 0);
  if (denying) return { decision: "deny", reason: "explicit", kind: denying.kind, by: denying.denies };

  const paths = isCrossAccount(request)
    ? [[...organisation, resource, identity, ...boundary, ...session]]
    : [
        [...organisation, identity, ...boundary, ...session],
        [...organisation, grantedTo(resource, "caller")],
        [...organisation, grantedTo(resource, "role"), ...boundary, ...session],
      ];
  return decide(
    paths,
    all.flatMap(({ openDenies }) => openDenies),
  );
}

type Path = readonly Verdict[];

/** Allowed where each verdict of one path allows; of several refusals the first path's is told. */
function decide(paths: readonly Path[], openDenies: Verdict["openDenies"]): Decision {
  const passable = paths.filter((path) => !path.some(refuses));
  const refusing = passable.length === 0 ? paths[0]?.find(refuses) : undefined;
  if (refusing) return { decision: "deny", reason: "implicit", kind: refusing.kind, by: [] };
  const allowing = passable.find((path) => path.every(({ allows }) => allows.length > 0));
  if (allowing && openDenies.length === 0) return { decision: "allow", by: allowing.flatMap(statements) };
  const undecided = allowing ? [] : passable.flat().filter(({ allows }) => allows.length === 0);
  const openAllows = undecided.flatMap((verdict) => verdict.openAllows.map(({ of }) => of));
  return { decision: "undetermined", open: [...new Set([...openDenies, ...openAllows])] };
}

function refuses({ allows, openAllows }: Verdict): boolean {
  return allows.length === 0 && openAllows.length === 0;
}

function statements({ allows }: Verdict): StatementReference[] {
  return allows.map(({ of }) => of);
}

/** Boundary and session policies limit only where there are any. */
function limit(kind: Verdict["kind"], policies: PolicySet["boundary"] = [], request: AuthorizationRequest): Verdict[] {
  return policies.length === 0 ? [] : [evaluatePolicies(kind, policies, request)];
}

function grantedTo(verdict: Verdict, match: PrincipalMatch): Verdict {
  const fits = ({ principal }: { principal: PrincipalMatch }): boolean => principal === match;
  return { ...verdict, allows: verdict.allows.filter(fits), openAllows: verdict.openAllows.filter(fits) };
}

function isCrossAccount({ principalArn, resource, resourceAccountId }: AuthorizationRequest): boolean {
  const owner = resourceAccountId ?? resource.split(":")[4];
  return owner !== undefined && /^\d{12}$/.test(owner) && owner !== principalArn.split(":")[4];
}
