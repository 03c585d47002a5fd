import { canHoldFor, type ConditionTest } from "./condition-test";
import { spend, type Effort } from "./effort";
import { globOf, literalGlob, type Glob } from "./glob";
import { globsMeet } from "./globs-meet";

/** Operators by how the values that fulfil them are found. */
const families = {
  text: ["StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "ArnEquals", "ArnLike"],
  number: [
    "NumericEquals",
    "NumericNotEquals",
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals",
  ],
  date: [
    "DateEquals",
    "DateNotEquals",
    "DateLessThan",
    "DateLessThanEquals",
    "DateGreaterThan",
    "DateGreaterThanEquals",
  ],
  truth: ["Bool"],
  address: ["IpAddress"],
} as const satisfies Record<string, readonly string[]>;

type Family = keyof typeof families;

/** Values that fulfil the tests if any does. */
const candidates: Readonly<Record<Exclude<Family, "text">, (values: readonly string[]) => readonly string[]>> = {
  number: (values) => around(values.map(Number).filter(Number.isFinite)).map(decimal),
  date: (values) =>
    around(values.map(secondsOf).filter(Number.isFinite)).map(Math.round).filter(isPositive).map(String),
  truth: () => ["true", "false"],
  // Of two ranges one lies in the other or they share nothing, so the first address of the smaller one decides.
  address: (values) => values.map((range) => range.split("/")[0] ?? ""),
};

/**
 * Whether one value of one key can fulfil all these tests of it. Where that is not decided (variables, several values,
 * operators of different kinds side by side) it can.
 */
export function canHoldTogether(tests: readonly ConditionTest[], effort: Effort): boolean {
  const sizes = tests.map(({ values }) => values.length);
  if (
    !spend(
      effort,
      sizes.reduce((product, size) => product * Math.max(size, 1), 1),
    )
  )
    return true;
  const decidable = tests.filter(({ values }) => !values.some((value) => value.includes("${")));
  if (decidable.some((test) => !test.isNegated && test.base !== "Null" && test.values.length === 0)) return false;
  if (decidable.some((test) => test.base === "Null" && !canHoldFor(test, "any"))) return false;
  if (decidable.some(({ isSet }) => isSet) && decidable.length > 1) return true;
  const exact = decidable.find(({ base }) => base === "StringEquals");
  if (exact !== undefined) return exact.values.some((value) => decidable.every((test) => canHoldFor(test, value)));
  return (Object.keys(families) as Family[]).every((family) => {
    const own = decidable.filter(({ base }) => (families[family] as readonly string[]).includes(base));
    return own.length === 0 || canHoldInFamily(family, own, effort);
  });
}

function canHoldInFamily(family: Family, tests: readonly ConditionTest[], effort: Effort): boolean {
  if (family === "text") return hasCommonValue(tests, effort);
  const values = candidates[family](tests.flatMap((test) => test.values));
  return values.some((value) => tests.every((test) => canHoldFor(test, value)));
}

function hasCommonValue(tests: readonly ConditionTest[], effort: Effort): boolean {
  const none = tests.filter(({ isNegated }) => isNegated).flatMap(globsOf);
  const choices = tests.filter(({ isNegated }) => !isNegated).map(globsOf);
  return combinations(choices).some((all) => globsMeet({ all: [globOf("?*"), ...all], none }, effort));
}

function globsOf({ base, values }: ConditionTest): readonly Glob[] {
  const isExact = base === "StringEquals" || base === "StringNotEquals";
  return values.map(isExact ? literalGlob : globOf);
}

/** One of each list, in every way; the first thousand are enough to find one that fits. */
function combinations<Item>(lists: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  return lists.reduce<readonly (readonly Item[])[]>(
    (made, list) => made.flatMap((each) => list.map((item) => [...each, item])).slice(0, 1000),
    [[]],
  );
}

/** The numbers, between each two, and beyond both ends. */
function around(numbers: readonly number[]): readonly number[] {
  const sorted = [...numbers].sort((one, other) => one - other);
  const between = sorted.slice(1).map((number, index) => (number + (sorted[index] ?? number)) / 2);
  return [(sorted[0] ?? 0) - 3600, ...sorted, ...between, (sorted.at(-1) ?? 0) + 3600];
}

/** IAM writes numbers without an exponent. */
function decimal(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, "");
}

function secondsOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Date.parse(text) / 1000;
}

function isPositive(value: number): boolean {
  return value >= 0;
}
