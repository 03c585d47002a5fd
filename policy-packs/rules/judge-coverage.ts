import {
  type CoverageAsker,
  coverageAsker,
  type CoverageQuestion,
  type CoverageTerms,
} from "#core/entra/conditional-access/coverage";
import { shown } from "#core/problems";
import { perStack, type StackFacts } from "../facts";
import { conditionalAccessPolicies, type ConditionalAccessFact, namedLocations } from "../facts/conditional-access";
import type { RuleOption, Verdict } from "./rule";

type Ids = RuleOption<readonly string[]>;

/** The option of rules about policies for everybody. */
export const breakGlassIds: Ids = {
  description: "Object ids of accounts and groups for emergencies, which policies leave out on purpose.",
  default: [],
};

/** The option of rules about administrators. */
export const adminRoleIds: Ids = {
  description:
    "Template ids of the directory roles that are administrators'; none stands for the highly privileged ones.",
  default: [],
};

/** Judges whether the stack's Conditional Access policies see to something for every sign-in that a question covers. */
export function judgeCoverage(
  stack: StackFacts,
  question: CoverageQuestion | CoverageTerms,
  settings: Accepted,
): readonly Verdict[] {
  const { answer, reasons } = askerOf(stack, settings)(question);
  if (answer === "yes") return [];
  if (answer === "no") return [{ outcome: "violation", message: told(reasons) }];
  return [undeterminedBy(conditionalAccessPolicies(stack), reasons)];
}

interface Accepted {
  readonly breakGlassIds: readonly string[];
  readonly adminRoleIds?: readonly string[];
}

const askers = perStack((_stack) => new Map<string, CoverageAsker>());

/** Asks about the policies of the stack, which are read once for all rules with the same settings. */
export function askerOf(stack: StackFacts, { breakGlassIds, adminRoleIds = [] }: Accepted): CoverageAsker {
  const key = JSON.stringify([breakGlassIds, adminRoleIds]);
  const known = askers(stack).get(key);
  if (known !== undefined) return known;
  const tenant = { ...tenantOf(stack, breakGlassIds), ...(adminRoleIds.length > 0 && { adminRoleIds }) };
  const asker = coverageAsker(
    conditionalAccessPolicies(stack).map(({ policy }) => policy),
    tenant,
  );
  askers(stack).set(key, asker);
  return asker;
}

/** What the stack says of its tenant. */
export function tenantOf(
  stack: StackFacts,
  accepted: readonly string[],
): { readonly namedLocations: unknown; readonly excluded: unknown } {
  return { namedLocations: namedLocations(stack), excluded: accepted };
}

/** A verdict that rests on a policy of which only the update tells a part, where there is one. */
export function undeterminedBy(facts: readonly ConditionalAccessFact[], reasons: readonly string[]): Verdict {
  const unread = facts.find(({ unknown }) => unknown !== undefined);
  if (unread?.unknown === undefined) {
    const remedy = "Replace what is named by conditions and controls that say it outright, or judge by hand.";
    return { outcome: "undetermined", message: told(reasons), remedy };
  }
  const { resource, unknown } = unread;
  const message = `${reasons[0] ?? "it is not known"}; the policy ${shown(resource.name)} is known only after the update`;
  return { outcome: "undetermined", resource, property: unknown, message, remedy: knownAfterUpdate };
}

export const knownAfterUpdate =
  "Run the policies again after the update, or write ids that exist already as text, from the configuration.";

const mostReasons = 4;

/** The sign-in that escapes and the first policies that do not reach it, in one line. */
export function told(reasons: readonly string[]): string {
  const more = reasons.length > mostReasons ? [`and ${reasons.length - mostReasons} more`] : [];
  return [...reasons.slice(0, mostReasons), ...more].join("; ");
}
