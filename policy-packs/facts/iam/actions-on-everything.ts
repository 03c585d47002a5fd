import { matchesAction, matchesWildcard, parsePattern } from "#core/aws/authorization";
import type { Statement } from "#core/aws/policy";
import { perStack, type StackFacts } from "../stack-facts";
import { permissionsOfPrincipal } from "./principal-permissions";
import type { PrincipalFact } from "./principal-fact";

/** Which of some actions a principal may call on every resource, and the policies that allow it. */
export interface ActionsOnEverything {
  readonly actions: readonly string[];
  /** Ids of policies. */
  readonly policies: readonly string[];
}

/** What of `actions` a principal may do on everything, whatever the request: conditions and Deny statements count. */
export function actionsOnEverything(
  stack: StackFacts,
  principal: PrincipalFact,
  actions: readonly string[],
): ActionsOnEverything {
  const { allowing, isLimited } = wideStatements(stack)(principal);
  const allowed = actions.flatMap((action) => {
    const policies = allowing(action);
    return policies.length > 0 ? [{ action, policies }] : [];
  });
  const left = isLimited ? allowed.filter(({ action }) => isLeft(stack, principal, action)) : allowed;
  const policies = left.flatMap((each) => each.policies);
  return { actions: left.map(({ action }) => action), policies: [...new Set(policies)] };
}

/** Whether what a statement allows is left by each Deny and by the boundary. */
function isLeft(stack: StackFacts, principal: PrincipalFact, action: string): boolean {
  const { kind, resources } = permissionsOfPrincipal(stack, principal).grant(action);
  return kind === "certain" && resources.some(isEverything);
}

/** `*`, or an ARN with any name in it: `arn:aws:s3:::*`, `arn:aws:sqs:*:*:*`, `arn:aws:kms:*:111122223333:key/*`. */
export function isEverything(resource: string): boolean {
  // The ARNs of S3 begin with the bucket's name, those of most services with the resource's type.
  return /^(\*+|arn:[^:]*:s3:[^:]*:[^:]*:[*?/]+|arn:[^:]*:(?!s3:)[^:]*:[^:]*:[^:]*:([a-z-]+[/:])?[*?/]+)$/i.test(
    resource,
  );
}

/** The statements that allow something on everything without a condition. */
interface WideStatements {
  /** Ids of the policies that allow an action. */
  readonly allowing: (action: string) => readonly string[];
  /** Whether anything might take away from what they allow. */
  readonly isLimited: boolean;
}

const wideStatements = perStack(() => {
  const known = new Map<PrincipalFact, WideStatements>();
  return (principal: PrincipalFact): WideStatements => {
    const made = known.get(principal) ?? wideStatementsOf(principal);
    known.set(principal, made);
    return made;
  };
});

function wideStatementsOf({ policies, boundary }: PrincipalFact): WideStatements {
  const statements = policies.flatMap(({ id, document }) =>
    document === "unknown" ? [] : document.Statement.map((statement) => ({ id, statement })),
  );
  const wide = statements.filter(({ statement }) => isWideAllow(statement));
  const byService = patternsByService(wide);
  const complements = wide.filter(({ statement }) => statement.NotAction !== undefined);
  return {
    isLimited: boundary !== undefined || statements.some(({ statement }) => statement.Effect === "Deny"),
    allowing: (action) => [
      ...[...(byService.get("*") ?? []), ...(byService.get(serviceOf(action)) ?? [])].flatMap(({ id, matches }) =>
        matches(action.toLowerCase()) ? [id] : [],
      ),
      ...complements.flatMap(({ id, statement }) =>
        statement.NotAction?.some((pattern) => matchesAction(pattern, action)) === true ? [] : [id],
      ),
    ],
  };
}

interface SourcedPattern {
  readonly id: string;
  /** Of an action in lower case. */
  readonly matches: (action: string) => boolean;
}

/** By service, since a document of AWS has hundreds of patterns and few of them are of one service. */
function patternsByService(
  wide: readonly { readonly id: string; readonly statement: Statement }[],
): ReadonlyMap<string, readonly SourcedPattern[]> {
  const byService = new Map<string, SourcedPattern[]>();
  for (const { id, statement } of wide) {
    for (const pattern of statement.Action ?? []) {
      const service = serviceOf(pattern);
      const patterns = byService.get(service);
      const matches = matcher(pattern.toLowerCase());
      if (patterns === undefined) byService.set(service, [{ id, matches }]);
      else patterns.push({ id, matches });
    }
  }
  return byService;
}

/** Most patterns have no wildcard, or one at the end. */
function matcher(pattern: string): (action: string) => boolean {
  const start = pattern.replace(/[*?].*$/s, "");
  if (start === pattern) return (action) => action === pattern;
  if (pattern === `${start}*`) return (action) => action.startsWith(start);
  const parsed = parsePattern(pattern);
  return (action) => matchesWildcard(parsed, action);
}

function isWideAllow({ Effect, Resource = [], NotResource, Condition }: Statement): boolean {
  if (Effect !== "Allow" || Object.keys(Condition ?? {}).length > 0) return false;
  return NotResource !== undefined || Resource.some(isEverything);
}

/** `*` where the service itself is a pattern. */
function serviceOf(action: string): string {
  const service = action.slice(0, action.indexOf(":")).toLowerCase();
  return service === "" || /[*?]/.test(service) ? "*" : service;
}
