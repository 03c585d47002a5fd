import { matchesWildcard, parsePattern } from "#core/aws/authorization";

/** Stands in an event for a value that differs from case to case: whatever a pattern wants of it may be there. */
export const anyValue: unique symbol = Symbol("any value");

export type EventValue = string | number | boolean | typeof anyValue | { readonly [key: string]: EventValue };

type Matcher = (wanted: unknown, value: EventValue | undefined) => boolean;

const isText =
  (compare: (value: string, wanted: string) => boolean): Matcher =>
  (wanted, value) =>
    typeof value === "string" && typeof wanted === "string" && compare(value, wanted);

/** Content filters. Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html. */
const matchers: ReadonlyMap<string, Matcher> = new Map<string, Matcher>([
  ["prefix", isText((value, wanted) => value.startsWith(wanted))],
  ["suffix", isText((value, wanted) => value.endsWith(wanted))],
  ["wildcard", isText((value, wanted) => matchesWildcard(parsePattern(wanted), value))],
  ["equals-ignore-case", isText((value, wanted) => value.toLowerCase() === wanted.toLowerCase())],
  ["exists", (wanted, value) => (value !== undefined) === wanted],
  ["anything-but", (wanted, value) => value !== undefined && !listOf(wanted).some((each) => matchesOne(each, value))],
]);

/** Whether an event fits a pattern of EventBridge; a pattern that is none fits nothing. */
export function matchesEvent(pattern: unknown, event: EventValue | undefined): boolean {
  if (Array.isArray(pattern)) return pattern.some((each) => matchesOne(each, event));
  if (!isObject(pattern)) return false;
  return Object.entries(pattern).every(([key, wanted]) => {
    if (key === "$or") return Array.isArray(wanted) && wanted.some((each) => matchesEvent(each, event));
    const part = typeof event === "object" && Object.hasOwn(event, key) ? event[key] : undefined;
    return matchesEvent(wanted, part);
  });
}

function matchesOne(wanted: unknown, value: EventValue | undefined): boolean {
  if (value === anyValue) return !(isObject(wanted) && wanted["exists"] === false);
  if (!isObject(wanted)) return wanted === value;
  return Object.entries(wanted).every(([name, operand]) => matchers.get(name)?.(operand, value) ?? false);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
