import type { StatementReference } from "#core/aws/authorization";
import type { Grant, Permissions } from "#core/aws/permissions";
import { escalationMethods } from "./escalation-methods";
import type { EscalationMethod } from "./escalation-method";
import { escalationPath } from "./escalation-path";
import { foldMethods } from "./fold-methods";
import { targetsOf } from "./targets-of";

/** A method that a principal can really use. */
export interface Escalation {
  readonly method: EscalationMethod;
  /** Others that it can use and that contain this one. */
  readonly variants: readonly EscalationMethod[];
  /** For people: “`iam:PassRole` on "arn:…" + `ec2:RunInstances` → becomes …”. */
  readonly path: string;
  /** `conditional`: only under conditions that nobody can judge beforehand. */
  readonly confidence: "exploitable" | "conditional";
  /** Condition keys and variables that it hangs on, sorted. */
  readonly keys: readonly string[];
  /** The statements that allow it. */
  readonly statements: readonly StatementReference[];
  /** Whether it reaches only the principal itself, which has what it would gain. */
  readonly isOnOneself: boolean;
}

export interface EscalationQuestion {
  /** @default all that are known */
  readonly methods?: readonly EscalationMethod[];
  /** Whether a policy that could be taken away denies something. @default whether one of the principal's own does */
  readonly hasDeny?: boolean;
}

/** Every way in which a principal can get further than its permissions say. Documents that nobody has read give none. */
export function findEscalations(
  permissions: Permissions,
  { methods = escalationMethods, hasDeny = permissions.hasDeny }: EscalationQuestion = {},
): readonly Escalation[] {
  const grants = grantsOfActions(permissions);
  const found = new Map<EscalationMethod, readonly Grant[]>();
  for (const method of methods) {
    if (method.onDeny === true && !hasDeny) continue;
    const granted = grantsOf(method, grants);
    if (granted !== undefined) found.set(method, granted);
  }
  return foldMethods([...found.keys()]).map(({ method, variants }) =>
    escalationBy(method, variants, found.get(method) ?? []),
  );
}

/** The grant of an action, and that of passing a role to one of some services; each is worked out once. */
interface Grants {
  of(action: string): Grant;
  toPass(services: readonly string[]): Grant;
}

function grantsOfActions(permissions: Permissions): Grants {
  const known = new Map<string, Grant>();
  const once = (key: string, make: () => Grant): Grant => {
    const grant = known.get(key) ?? make();
    known.set(key, grant);
    return grant;
  };
  return {
    of: (action) => once(action, () => permissions.grant(action, {}, targetsOf(action))),
    toPass: (services) => once(services.join(), () => grantToPass(services, permissions)),
  };
}

/** One grant for each action, or nothing where one is lacking. */
function grantsOf({ actions, passedTo }: EscalationMethod, grants: Grants): readonly Grant[] | undefined {
  const granted: Grant[] = [];
  for (const action of actions) {
    const plain = grants.of(action);
    const hangsOnService = plain.kind === "conditional" && action === "iam:PassRole" && passedTo !== undefined;
    const grant = hangsOnService ? grants.toPass(passedTo) : plain;
    if (grant.kind === "none" || grant.kind === "open") return undefined;
    granted.push(grant);
  }
  return granted;
}

function grantToPass(services: readonly string[], permissions: Permissions): Grant {
  const targets = targetsOf("iam:PassRole");
  // China's services have a name of their own.
  const granted = services
    .flatMap((service) => [service, `${service}.cn`])
    .map((service) => permissions.grant("iam:PassRole", { "iam:PassedToService": service }, targets));
  const best = granted.find(({ kind }) => kind === "certain") ?? granted.find(({ kind }) => kind === "conditional");
  return best ?? { kind: "none", resources: [], keys: [], statements: [] };
}

function escalationBy(
  method: EscalationMethod,
  variants: readonly EscalationMethod[],
  granted: readonly Grant[],
): Escalation {
  const keys = new Set(granted.flatMap((grant) => [...grant.keys, ...variablesOf(grant)]));
  const isSure = granted.every((grant) => grant.kind === "certain" && variablesOf(grant).length === 0);
  return {
    method,
    variants,
    path: escalationPath(method, granted),
    confidence: isSure ? "exploitable" : "conditional",
    keys: [...keys].sort(),
    statements: distinct(granted.flatMap(({ statements }) => statements)),
    isOnOneself: method.onlyForOthers === true && granted.every(isOnOneself),
  };
}

const variable = /\$\{\s*([^\s,}]+)/g;

/** Variables that each resource of a grant hangs on. */
function variablesOf({ resources }: Grant): readonly string[] {
  if (!resources.every((resource) => resource.includes("${"))) return [];
  return resources.flatMap((resource) => [...resource.matchAll(variable)].map(([, key = ""]) => key.toLowerCase()));
}

function isOnOneself({ resources }: Grant): boolean {
  return resources.length > 0 && resources.every((resource) => /[/]\$\{aws:(?:username|userid)\}$/i.test(resource));
}

function distinct(references: readonly StatementReference[]): readonly StatementReference[] {
  const byPlace = new Map(references.map((each) => [`${each.kind} ${each.policy} ${each.statement}`, each]));
  return [...byPlace.values()];
}
