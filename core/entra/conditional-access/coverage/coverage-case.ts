import { shown } from "#core/problems";
import { outsideOf } from "./accepted-exclusions";
import { type AspectFamily, familyOf, memberOf } from "./aspects";
import { comparableId } from "./entra-id";
import type { Scope } from "./find-escape";
import { highlyPrivilegedRoles } from "./highly-privileged-roles";
import type { CoverageTerms } from "./question";
import { isRecord } from "./read-fields";

/** What is told of the tenant besides its policies. */
export interface CoverageTenant {
  /** Directory roles that count as administrators. @default the highly privileged ones */
  readonly adminRoleIds?: readonly string[] | null;
  /** Who is left out on purpose, such as break-glass accounts: `AcceptedExclusions`, or a list of ids. */
  readonly excluded?: unknown;
  /** In Graph's JSON shape. */
  readonly namedLocations?: unknown;
}

/** Whom `mfa-for-subject` is about: somebody in exactly these groups who signs in to this application. */
export interface CoverageSubject {
  readonly groupIds?: readonly string[] | null;
  /** Client id. */
  readonly appId?: string | null;
}

/** One group of sign-ins that a question asks about. */
export interface CoverageCase {
  /** In a sentence: “of a holder of the role …”; empty for all. */
  readonly whose: string;
  /** An aspect that the question is about, with a value that it covers. */
  readonly about: readonly (readonly [aspect: string, value: string])[];
  /** Aspects that whoever asks has told, and need not be told. */
  readonly told: (aspect: string) => boolean;
  /** Every sign-in that may exist. */
  readonly possible: Scope;
  /** The sign-ins that surely exist, of those. */
  readonly sure: Scope;
  /** Aspects that are what they are, and nobody has told. */
  readonly untold: readonly AspectFamily[];
}

/** A question as cases that each have to hold, or why it cannot be asked. */
export function coverageCases(
  { covers, whose }: CoverageTerms,
  tenant: CoverageTenant,
  subject: CoverageSubject | undefined,
): readonly CoverageCase[] | string {
  const allowed = new Map<string, readonly string[]>(Object.entries(covers));
  const outside = outsideOf(tenant.excluded);
  const all: Scope = (aspect, values) => outside(aspect, allowed.get(aspect) ?? values);
  const about = Object.entries(covers).flatMap(([aspect, values]) =>
    all(aspect, values)
      .slice(0, 1)
      .map((value) => [aspect, value] as const),
  );
  if (whose === "subject") return subjectCase(all, subject);
  if (whose === "administrators") return roleCases(all, about, tenant.adminRoleIds);
  return [{ whose: "", about, told: isNothing, possible: all, sure: all, untold: [] }];
}

const isNothing = (): boolean => false;
const isOfSubject = (aspect: string): boolean => aspect === "application" || familyOf(aspect) === "group";

function roleCases(
  all: Scope,
  about: CoverageCase["about"],
  given: readonly string[] | null | undefined,
): readonly CoverageCase[] | string {
  const listed: unknown = given ?? Object.values(highlyPrivilegedRoles);
  if (!Array.isArray(listed) || !listed.every((id) => typeof id === "string"))
    return "tenant.adminRoleIds is not a list of ids";
  if (listed.length === 0) return "tenant.adminRoleIds names no role";
  return listed.map(comparableId).flatMap((id): CoverageCase | readonly [] => {
    const role = memberOf("role", id);
    // An accepted exclusion of the role itself leaves nobody to ask about.
    if (!all(role, ["no", "yes"]).includes("yes")) return [];
    const scope: Scope = (aspect, values) => {
      if (aspect === role) return ["yes"];
      return familyOf(aspect) === "role" ? ["no"] : all(aspect, values);
    };
    return {
      whose: `of a holder of the role ${shown(id)}`,
      about,
      told: isNothing,
      possible: scope,
      sure: scope,
      untold: [],
    };
  });
}

function subjectCase(all: Scope, subject: CoverageSubject | undefined): readonly CoverageCase[] | string {
  const { groupIds = [], appId }: Readonly<Record<string, unknown>> = isRecord(subject) ? subject : {};
  if (typeof appId !== "string" || appId === "")
    return "subject.appId is missing: tell the application that is signed in to";
  if (!Array.isArray(groupIds) || !groupIds.every((id) => typeof id === "string"))
    return "subject.groupIds is not a list of ids";
  const groups = new Set(groupIds.map((id) => memberOf("group", comparableId(id))));
  const possible: Scope = (aspect, values) => {
    if (familyOf(aspect) === "group") return [groups.has(aspect) ? "yes" : "no"];
    return aspect === "application" ? [comparableId(appId)] : all(aspect, values);
  };
  // Who exactly it is has not been told.
  const sure: Scope = (aspect, values) => {
    const left = possible(aspect, values);
    const family = familyOf(aspect);
    const untold = aspect === "user" || aspect === "kind" || aspect === "homeTenant";
    return untold || family === "role" ? left.slice(0, 1) : left;
  };
  return [{ whose: "", about: [], told: isOfSubject, possible, sure, untold: ["applicationFilter"] }];
}
