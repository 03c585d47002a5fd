import type { SourcedPolicy } from "#core/aws/authorization";
import { anything, targetsIn, type ActionTargets } from "./action-targets";
import { compilePolicies, type CompiledStatement } from "./compile-statement";
import type { RequestKeys } from "./condition-prospect";
import { effortForPrincipal } from "./effort";
import { noGrant, openGrant, type Grant } from "./grant";
import { once } from "./once";
import { ownArnsIn } from "./own-arns";
import type { Target } from "./usable-resources";
import { weighGrant, type Hopeful } from "./weigh-grant";

/** Everything that gives a principal permissions, or limits them. */
export interface PoliciesOfPrincipal {
  /** Its own policies, inline and managed, and those of its groups. */
  readonly identity: readonly SourcedPolicy[];
  /** @default none, which limits nothing */
  readonly boundary?: readonly SourcedPolicy[];
}

/** What a principal may really do, over all its policies. */
export interface Permissions {
  /**
   * What comes of one action, in any letter case: allowed by some statement, on a resource that is left by each Deny that
   * applies to whoever calls, within the boundary. A pattern as `iam:Put*` is granted where all of it is.
   *
   * @param known condition keys whose values the caller has to have, as `iam:PassedToService`.
   * @param targets what the action can act on. @default any resource that AWS itself does not own
   */
  grant(action: string, known?: RequestKeys, targets?: ActionTargets): Grant;
  /** Ids of the documents that nobody has read, those of the boundary included. */
  readonly unknownDocuments: readonly string[];
  /** Whether any of the principal's own policies denies something. */
  readonly hasDeny: boolean;
}

/** @param now milliseconds since 1970, by which conditions on dates hold or never will */
export function permissionsOf({ identity, boundary = [] }: PoliciesOfPrincipal, now: number): Permissions {
  const effort = effortForPrincipal();
  const context = { now, effort };
  const own = compilePolicies(identity, "identity-based policy", context);
  const limit = boundary.length > 0 ? compilePolicies(boundary, "permissions boundary", context) : undefined;
  const ownAllows = own.statements.filter(isAllow);
  const limitAllows = limit?.statements.filter(isAllow);
  const all = [...own.statements, ...(limit?.statements ?? [])];
  const denies = all.filter((statement) => !isAllow(statement));
  const ownArns = once(() => ownArnsIn(all.flatMap(({ texts }) => texts)));
  const compiled = new Map<ActionTargets, readonly Target[]>();
  const targetsOf = (targets: ActionTargets): readonly Target[] => {
    const known = compiled.get(targets) ?? targetsIn(targets, ownArns());
    compiled.set(targets, known);
    return known;
  };
  const grant: Permissions["grant"] = (asked, known = {}, targets = anything) => {
    const action = asked.toLowerCase();
    const covers = ({ actions }: CompiledStatement): boolean => actions.covers(action);
    const allows = hopeful(ownAllows.filter(covers), known);
    if (allows.length === 0) return noGrant;
    const touching = hopeful(
      denies.filter(({ actions }) => actions.touches(action)),
      known,
    );
    const within = limitAllows && hopeful(limitAllows.filter(covers), known);
    const isOpen = limit !== undefined && limit.unknown.length > 0;
    const grant = weighGrant(
      { allows, denies: touching, within: isOpen ? undefined : within },
      targetsOf(targets),
      effort,
    );
    return isOpen && grant.kind !== "none" ? openGrant : grant;
  };
  return {
    unknownDocuments: [...own.unknown, ...(limit?.unknown ?? [])],
    hasDeny: own.statements.some((statement) => !isAllow(statement)),
    grant: (action, known, targets) => {
      const found = grant(action, known, targets);
      return found.kind === "none" && own.unknown.length > 0 ? openGrant : found;
    },
  };
}

function isAllow({ effect }: CompiledStatement): boolean {
  return effect === "Allow";
}

function hopeful(statements: readonly CompiledStatement[], known: RequestKeys): readonly Hopeful[] {
  return statements.flatMap((statement) => {
    const prospect = statement.prospect(known);
    return prospect === "never" ? [] : [{ statement, prospect }];
  });
}
