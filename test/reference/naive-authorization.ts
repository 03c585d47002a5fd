import type { PolicyDocument, Principal, Statement } from "#core/aws/policy";

/*
 * AWS's evaluation of policies, written down once more from its documentation in the plainest way, for judging
 * `#core/aws/authorization`: everything is known, nothing is shared with what is judged, and speed does not matter.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */

export interface NaiveRequest {
  readonly session: { readonly account: string; readonly role: string; readonly name: string };
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: ReadonlyMap<string, readonly string[]>;
}

export interface NaivePolicies {
  readonly organisation: readonly (readonly PolicyDocument[])[];
  readonly boundary: readonly PolicyDocument[];
  readonly session: readonly PolicyDocument[];
  readonly identity: readonly PolicyDocument[];
  readonly resource: readonly PolicyDocument[];
}

export type NaiveDecision =
  | { readonly decision: "allow" }
  /** `kinds`: all kinds of policy that deny, or that fail to allow; AWS tells one of them. */
  | { readonly decision: "deny"; readonly reason: "explicit" | "implicit"; readonly kinds: readonly string[] };

export function naivelyAuthorize(request: NaiveRequest, policies: NaivePolicies): NaiveDecision {
  const { organisation, boundary, session, identity, resource } = policies;
  const says = (effect: "Allow" | "Deny", documents: readonly PolicyDocument[], principals?: readonly string[]) =>
    documents.some((document) =>
      document.Statement.some((statement) => statement.Effect === effect && speaksOf(statement, request, principals)),
    );
  const { account, role, name } = request.session;
  const asSession = ["*", `arn:aws:sts::${account}:assumed-role/${role}/${name}`];
  const asRole = [`arn:aws:iam::${account}:role/${role}`];
  const asAccount = [account, `arn:aws:iam::${account}:root`];
  const anyName = [...asSession, ...asRole, ...asAccount];

  const denying: string[] = [];
  if (organisation.some((level) => says("Deny", level))) denying.push("service control policy");
  if (says("Deny", resource, anyName)) denying.push("resource-based policy");
  if (says("Deny", identity)) denying.push("identity-based policy");
  if (says("Deny", boundary)) denying.push("permissions boundary");
  if (says("Deny", session)) denying.push("session policy");
  if (denying.length > 0) return { decision: "deny", reason: "explicit", kinds: denying };

  const missing: string[] = [];
  if (!organisation.every((level) => says("Allow", level))) {
    return { decision: "deny", reason: "implicit", kinds: ["service control policy"] };
  }
  const identityAllows = says("Allow", identity);
  const boundaryAllows = boundary.length === 0 || says("Allow", boundary);
  const sessionAllows = session.length === 0 || says("Allow", session);
  if (!identityAllows) missing.push("identity-based policy");
  if (!boundaryAllows) missing.push("permissions boundary");
  if (!sessionAllows) missing.push("session policy");

  if (request.resourceAccount !== account) {
    if (!says("Allow", resource, anyName)) missing.push("resource-based policy");
  } else {
    if (says("Allow", resource, asSession)) return { decision: "allow" };
    if (says("Allow", resource, asRole) && boundaryAllows && sessionAllows) return { decision: "allow" };
  }
  return missing.length === 0 ? { decision: "allow" } : { decision: "deny", reason: "implicit", kinds: missing };
}

/** `principals` are the names by which a resource's policy may mean the caller; without them the policy names nobody. */
function speaksOf(statement: Statement, request: NaiveRequest, principals?: readonly string[]): boolean {
  if (principals !== undefined && !means(statement, request, principals)) return false;
  const action = request.action.toLowerCase();
  if (statement.Action !== undefined) {
    if (!statement.Action.some((pattern) => glob(pattern.toLowerCase(), action))) return false;
  } else if (statement.NotAction === undefined) {
    return false;
  } else if (statement.NotAction.some((pattern) => glob(pattern.toLowerCase(), action))) {
    return false;
  }
  const isAmong = (patterns: readonly string[]): boolean =>
    patterns.some((pattern) => {
      const source = withValues(pattern, request.context, true);
      return source !== undefined && new RegExp(`^${source}$`).test(request.resource);
    });
  if (statement.Resource !== undefined && !isAmong(statement.Resource)) return false;
  if (statement.NotResource !== undefined && isAmong(statement.NotResource)) return false;
  for (const [operator, keys] of Object.entries(statement.Condition ?? {})) {
    for (const [key, values] of Object.entries(keys)) {
      if (!naivelyHolds(operator, key, values, request.context)) return false;
    }
  }
  return true;
}

function means(statement: Statement, request: NaiveRequest, principals: readonly string[]): boolean {
  const lists = (principal: Principal, name: string): boolean =>
    principal === "*" || (principal.AWS ?? []).some((listed) => listed === "*" || listed === name);
  if (statement.Principal !== undefined) {
    const { Principal: principal } = statement;
    if (principal === "*") return principals.includes("*");
    return (principal.AWS ?? []).some((listed) => principals.includes(listed));
  }
  const { NotPrincipal: others } = statement;
  if (others === undefined) return false;
  if (statement.Effect === "Allow" && !principals.includes("*")) return false;
  const { account, role, name } = request.session;
  const names = [
    lists(others, `arn:aws:sts::${account}:assumed-role/${role}/${name}`),
    lists(others, `arn:aws:iam::${account}:role/${role}`),
    lists(others, account) || lists(others, `arn:aws:iam::${account}:root`),
  ];
  return statement.Effect === "Deny" ? names.includes(false) : !names.includes(true);
}

/** One operator with one key, where all is known. */
export function naivelyHolds(
  operator: string,
  key: string,
  expected: readonly string[],
  context: ReadonlyMap<string, readonly string[]>,
): boolean {
  const values = context.get(key.toLowerCase()) ?? [];
  if (operator === "Null") return expected.some((value) => (value === "true") === (values.length === 0));
  let name = operator.replace(/^For(AllValues|AnyValue):/, "");
  if (name.endsWith("IfExists")) {
    if (values.length === 0) return true;
    name = name.slice(0, -"IfExists".length);
  }
  const negated = name.includes("Not");
  name = name.replace("Not", "");
  const holds = (value: string): boolean => expected.some((each) => compares(name, each, value, context)) !== negated;
  if (operator.startsWith("ForAllValues:")) return values.every(holds);
  if (operator.startsWith("ForAnyValue:")) return values.some(holds);
  if (values.length === 0) return negated;
  return values.every(holds);
}

function compares(
  name: string,
  expected: string,
  actual: string,
  context: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (name.startsWith("String") || name.startsWith("Arn")) {
    if (name.startsWith("Arn") && actual.split(":").length < 6) return false;
    const wildcards = name === "StringLike" || name.startsWith("Arn");
    const source = withValues(expected, context, wildcards, name.startsWith("Arn"));
    return source !== undefined && new RegExp(`^${source}$`, name.endsWith("IgnoreCase") ? "i" : "").test(actual);
  }
  if (name.startsWith("Numeric")) return inOrder(name.slice("Numeric".length), Number(actual), Number(expected));
  if (name.startsWith("Date")) return inOrder(name.slice("Date".length), Date.parse(actual), Date.parse(expected));
  if (name === "Bool") return actual === expected;
  if (name === "BinaryEquals") return actual === expected;
  if (name === "IpAddress") return firstBits(actual, 32).startsWith(firstBits(expected, prefixLength(expected)));
  throw new Error(`no operator ${name}`);
}

function inOrder(order: string, left: number, right: number): boolean {
  if (Number.isNaN(left) || Number.isNaN(right)) return false;
  if (order === "Equals") return left === right;
  if (order === "LessThan") return left < right;
  if (order === "LessThanEquals") return left <= right;
  if (order === "GreaterThan") return left > right;
  return left >= right;
}

function prefixLength(range: string): number {
  return Number(range.split("/")[1] ?? "32");
}

function firstBits(address: string, length: number): string {
  const octets = address.replace(/\/.*/, "").split(".");
  return octets
    .map((octet) => Number(octet).toString(2).padStart(8, "0"))
    .join("")
    .slice(0, length);
}

function glob(pattern: string, text: string): boolean {
  return new RegExp(`^${withValues(pattern, new Map(), true) ?? "(?!)"}$`).test(text);
}

/** A regular expression for a policy's value, or undefined where a variable has no value. */
function withValues(
  text: string,
  context: ReadonlyMap<string, readonly string[]>,
  wildcards: boolean,
  asArn = false,
): string | undefined {
  const quoted = (plain: string): string => plain.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  let source = "";
  let rest = text;
  while (rest !== "") {
    const variable = /^\$\{([^}]*)\}/.exec(rest);
    if (variable) {
      rest = rest.slice(variable[0].length);
      const inner = variable[1] ?? "";
      const [key = "", fallback] = inner.split(", ");
      const value = ["*", "?", "$"].includes(inner)
        ? inner
        : (context.get(key.toLowerCase())?.[0] ?? fallback?.slice(1, -1));
      if (value === undefined) return undefined;
      source += quoted(value);
      continue;
    }
    const character = rest.charAt(0);
    rest = rest.slice(1);
    if (wildcards && character === "*") source += asArn ? "[^:]*" : "[^]*";
    else if (wildcards && character === "?") source += asArn ? "[^:]" : "[^]";
    else source += quoted(character);
  }
  return source;
}
