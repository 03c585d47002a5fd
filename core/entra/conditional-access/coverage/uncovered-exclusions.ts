import { answerCase } from "./answer-case";
import { areExclusive, type Clause, type Literal, negationOf } from "./clause";
import { coverageCases, type CoverageTenant } from "./coverage-case";
import { placesOf } from "./places";
import { policyRegion, type PolicyRegion } from "./policy-region";
import { isRecord } from "./read-fields";

/** What a policy leaves out and no other covers. */
export interface UncoveredExclusion {
  /** Index of the policy. */
  readonly policy: number;
  /** As “excludes the group …”. */
  readonly exclusion: string;
  readonly answer: "no" | "undetermined";
  /** The sign-in that gets through. */
  readonly escape: string;
}

/**
 * Exclusions of the policies that demand MFA, but for the accepted ones: whoever is excluded has to meet MFA, or a
 * block, by another policy.
 */
export function uncoveredExclusions(
  policies: readonly unknown[],
  tenant: CoverageTenant = {},
): readonly UncoveredExclusion[] {
  const told: CoverageTenant = isRecord(tenant) ? tenant : {};
  const places = placesOf(told.namedLocations);
  const regions = policies.map((policy, index) => policyRegion(policy, index, "mfa", places));
  return regions.flatMap((region, policy) => {
    const blocks = reaches(policyRegion(policies[policy], policy, "block", places));
    if (region.ignored !== undefined || region.doubts.length > 0 || blocks || !reaches(region)) return [];
    const others = regions.filter((_, index) => index !== policy);
    return region.clauses
      .filter(({ excludes }) => excludes === true)
      .flatMap((exclusion) => uncovered(region, exclusion, others, told).map((found) => ({ policy, ...found })));
  });
}

/** Whether a policy sees to what is demanded for anybody. */
function reaches({ clauses }: PolicyRegion): boolean {
  return clauses.every(({ anyOf }) => anyOf.length > 0);
}

function uncovered(
  { clauses }: PolicyRegion,
  exclusion: Clause,
  others: readonly PolicyRegion[],
  tenant: CoverageTenant,
): readonly Omit<UncoveredExclusion, "policy">[] {
  // Not asked about: who is not excluded, and whom the policy would not reach anyway.
  const besides = [
    [exclusion],
    ...clauses
      .filter((clause) => clause !== exclusion)
      .map(({ anyOf, otherwise }) => anyOf.map((literal) => ({ anyOf: [negationOf(literal)], otherwise }))),
  ];
  const needed = [
    ...exclusion.anyOf.map(negationOf),
    ...clauses.flatMap(({ anyOf }) => (anyOf.length === 1 && anyOf !== exclusion.anyOf ? anyOf : [])),
  ];
  const concerned = others.filter((other) => mayReach(other, needed));
  const [asked] = coverageCases({ demand: "mfa", covers: {} }, tenant, undefined);
  if (asked === undefined || typeof asked === "string") return [];
  const { answer, reasons } = answerCase(asked, concerned, "mfa", besides);
  return answer === "yes" ? [] : [{ exclusion: exclusion.otherwise, answer, escape: reasons[0] ?? "" }];
}

/** Whether a policy may reach sign-ins that meet all of the statements; of many policies, most do not. */
function mayReach({ clauses }: PolicyRegion, needed: readonly Literal[]): boolean {
  return !clauses.some(({ anyOf }) => anyOf.every((literal) => needed.some((each) => areExclusive(each, literal))));
}
