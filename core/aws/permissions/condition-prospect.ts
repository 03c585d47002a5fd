import type { ConditionBlock } from "#core/aws/authorization";
import { canHoldTogether } from "./can-hold-together";
import { canHoldFor, holdsFor, testsOf, type ConditionTest } from "./condition-test";
import type { Effort } from "./effort";
import { choiceOf, domainOf, isAlwaysPresent, type KeyValue } from "./key-domains";

/** Whether a condition can hold for some caller: for whoever calls, for nobody, or as these keys have it. */
export type Prospect = "always" | "never" | { readonly keys: readonly string[] };

/** What is known of a request beforehand: condition keys in any letter case, with their values. */
export type RequestKeys = Readonly<Record<string, string>>;

export interface Outlook {
  readonly effect: "Allow" | "Deny";
  readonly known: RequestKeys;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly effort: Effort;
}

/** What comes of a condition without knowing the request: key by key, since a condition is all of its tests. */
export function conditionProspect(condition: ConditionBlock, outlook: Outlook): Prospect {
  const byKey = new Map<string, ConditionTest[]>();
  let hasUnknownOperator = false;
  for (const test of testsOf(condition)) {
    if (test === undefined) hasUnknownOperator = true;
    else byKey.set(test.key, [...(byKey.get(test.key) ?? []), test]);
  }
  const known = new Map(Object.entries(outlook.known).map(([key, value]) => [key.toLowerCase(), value]));
  const keys: string[] = [];
  for (const [key, tests] of byKey) {
    const prospect = keyProspect(key, tests, known.get(key), outlook);
    if (prospect === "never") return "never";
    if (prospect === "sometimes") keys.push(key);
  }
  if (keys.length === 0 && !hasUnknownOperator) return "always";
  return { keys: keys.sort() };
}

type KeyProspect = "always" | "never" | "sometimes";

function keyProspect(
  key: string,
  tests: readonly ConditionTest[],
  known: string | undefined,
  { effect, now, effort }: Outlook,
): KeyProspect {
  const domain = known === undefined ? domainOf(key, now) : [known];
  if (domain !== undefined) {
    if (domain.every((value) => tests.every((test) => surelyHoldsFor(test, value)))) return "always";
    if (!domain.some((value) => tests.every((test) => canHoldFor(test, value)))) return "never";
  } else {
    const canBeAbsent = !isAlwaysPresent(key) && tests.every((test) => canHoldFor(test, undefined));
    if (!canBeAbsent && !canHoldTogether(tests, effort)) return "never";
    if (tests.every((test) => holdsForAnyone(test))) return "always";
  }
  const choice = effect === "Allow" ? choiceOf(key) : undefined;
  const isFree = choice?.every((value) => tests.every((test) => surelyHoldsFor(test, value))) === true;
  return isFree ? "always" : "sometimes";
}

function surelyHoldsFor(test: ConditionTest, value: KeyValue): boolean {
  return holdsFor(test, value === undefined ? undefined : [value]) === true;
}

const anythingGoes: ReadonlySet<string> = new Set(["StringLike", "ArnLike", "ArnEquals"]);

function holdsForAnyone(test: ConditionTest): boolean {
  const isThere = isAlwaysPresent(test.key);
  if (test.base === "Null") return isThere && surelyHoldsFor(test, "any");
  const isSure = isThere || test.isIfExists;
  return isSure && anythingGoes.has(test.base) && test.values.includes("*");
}
