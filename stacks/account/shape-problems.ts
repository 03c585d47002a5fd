import { didYouMean, error, type Problem, shown } from "#core/problems";
import { z } from "zod";

type Issue = z.core.$ZodIssue;

/** What is wrong with the shape of a value, each problem with the place where it stands. */
export function shapeProblems(schema: z.ZodType, value: unknown): Problem[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => issueProblems(issue, schema, value));
}

/** A value without the keys that the schema does not know, so that everything else can be judged in the same run. */
export function withoutUnknownKeys(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  const unknown = parsed.success ? [] : parsed.error.issues.filter((issue) => issue.code === "unrecognized_keys");
  const copy = structuredClone(value);
  for (const { path, keys } of unknown) {
    const holder = valueAt(copy, path) as Record<string, unknown>;
    for (const key of keys) Reflect.deleteProperty(holder, key);
  }
  return copy;
}

function issueProblems(issue: Issue, schema: z.ZodType, value: unknown): Problem[] {
  if (issue.code !== "unrecognized_keys") return [wrongValue(issue, valueAt(value, issue.path))];
  const known = knownKeys(schema, issue.path);
  return issue.keys.map((key) =>
    error({
      code: "unknown-key",
      property: propertyOf([...issue.path, key]),
      given: shown(key),
      expected: `one of ${known.join(", ")}`,
      remedy: didYouMean(key, known),
    }),
  );
}

function wrongValue(issue: Issue, given: unknown): Problem {
  const missing = given === undefined;
  return error({
    code: missing ? "value-missing" : "value-malformed",
    property: propertyOf(issue.path),
    given: shown(given),
    expected: expectationOf(issue),
    // Accounts are numbers to YAML unless they stand in quotes, and a number has lost its leading zeros.
    remedy: typeof given === "number" && issue.code === "invalid_type" ? "put it in quotes" : undefined,
  });
}

function expectationOf(issue: Issue): string {
  if (issue.code === "invalid_type") return expectations.get(issue.expected) ?? issue.expected;
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_union") return "an object, or text";
  return issue.message;
}

const expectations: ReadonlyMap<string, string> = new Map([
  ["string", "text"],
  ["number", "a number"],
  ["boolean", "true or false"],
  ["array", "a list"],
  ["object", "an object"],
  ["record", "an object"],
]);

function propertyOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, key)) return undefined;
    return (inner as Record<PropertyKey, unknown>)[key];
  }, value);
}

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const inner = path.reduce<z.ZodType | undefined>((outer, key) => innerSchema(unwrapped(outer), key), schema);
  const object = unwrapped(inner);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

function innerSchema(schema: z.ZodType | undefined, key: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return (schema.shape as Record<PropertyKey, z.ZodType>)[key];
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  return undefined;
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap() as z.ZodType) : schema;
}
