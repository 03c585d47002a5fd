import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { withoutControls } from "#core/problems";
import { loadServices, managedPolicyDocument } from "#reference-data";
import {
  exampleSurroundings,
  stackOf,
  unknownAtPreview,
  type ExampleResource,
  type RuleExamples,
} from "../../policy-packs/rules/example";
import { describeFinding, rules, runRules, type Finding, type Surroundings } from "../../policy-packs/rules/index";

const folder = join(__dirname, "../../policy-packs");

/** Type tokens and properties that some rule or fact knows by name. */
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(folder, file), "utf8"))
  .join("\n");
const types = namesIn(/"((?:aws|azuread):[\w/]+:\w+)"/g);
const properties = namesIn(/"([a-z][A-Za-z]{2,30})"/g);

function namesIn(pattern: RegExp): readonly string[] {
  return [...new Set([...sources.matchAll(pattern)].map(([, name = ""]) => name))].sort();
}

const arns = [
  "arn:aws:iam::111122223333:role/Developer",
  "arn:aws:iam::111122223333:saml-provider/EntraID",
  "arn:aws:iam::aws:policy/AdministratorAccess",
  "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID",
  "arn:aws:iam::",
];
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    ...arns,
    "*",
    "",
    "__proto__",
    "constructor",
    "toString",
    "valueOf",
    "\u001b[2K\n",
    "\ud800",
    "AWS-Account1-Developers",
    "All",
  ),
);

/** Pieces of policy documents, well formed and not. */
const elements = fc.constantFrom(
  "Version",
  "Statement",
  "Effect",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Principal",
  "NotPrincipal",
  "Condition",
  "Sid",
  "action",
  "__proto__",
  "toString",
);
const words = fc.oneof(
  texts,
  fc.constantFrom(
    "Allow",
    "Deny",
    "2012-10-17",
    "iam:PassRole",
    "IAM:*",
    "sts:AssumeRole",
    "*:*",
    "s3:Get*",
    "ec2:RunInstances",
    "StringEquals",
    "ForAllValues:StringLike",
    "aws:MultiFactorAuthPresent",
    "iam:PassedToService",
    "${aws:username}",
    "AWS",
    "Federated",
    "Service",
  ),
);
const documents = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    words,
    fc.constantFrom(null, true, 0),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.oneof(elements, elements, words), tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

const values = fc.oneof(
  texts,
  documents,
  documents.map((document) => JSON.stringify(document)),
  fc.jsonValue({ maxDepth: 3 }),
  fc.double(),
  fc.constantFrom(unknownAtPreview, undefined, null, "{", "[".repeat(2000)),
  fc.array(fc.constantFrom<unknown>(unknownAtPreview, "a", {}, null), { maxLength: 3 }),
);

/** Finds in a stack, all rules on and every scope declared. */
const everything = { scopes: ["account", "tenant", "monitoring"], undetermined: "mandatory" };

describe("any stack", () => {
  let surroundings: Surroundings;
  let known: readonly (readonly ExampleResource[])[];

  beforeAll(async () => {
    const services = await loadServices(["iam", "sts", "s3", "ec2", "lambda", "kms"]);
    surroundings = { ...exampleSurroundings, services, managedPolicyDocument };
    const modules = await Promise.all(
      rules.map(
        async ({ id }) => (await import(join(folder, "rules", id, "examples.ts"))) as { examples: RuleExamples },
      ),
    );
    known = modules.flatMap(({ examples }) =>
      Object.values(examples)
        .flat()
        .map(({ resources }) => resources),
    );
  }, 120_000);

  const findingsIn = (resources: readonly ExampleResource[]): readonly Finding[] =>
    runRules(rules, stackOf(resources), surroundings, everything);

  /** No rule broke, and what is said can be printed as it is. */
  const isWellAnswered = (resources: readonly ExampleResource[]): void => {
    for (const finding of findingsIn(resources)) {
      if (finding.outcome === "failed") throw new Error(describeFinding(finding));
      if (withoutControls(finding.message) !== finding.message) throw new Error(`unprintable: ${finding.rule}`);
    }
  };

  /** Resources of the types that rules know, with the properties that their examples have, and others. */
  const strangers = (): fc.Arbitrary<ExampleResource> =>
    fc.constantFrom(...types).chain((type) => {
      const ofType = known.flat().filter((resource) => resource.type === type);
      const own = ofType.flatMap((resource) => Object.keys(resource.properties));
      // Every second property is one that rules read.
      const property =
        own.length === 0
          ? fc.constantFrom(...properties)
          : fc.constantFrom(fc.constantFrom(...own), fc.constantFrom(...properties)).chain((each) => each);
      return fc.record({
        type: fc.constant(type),
        name: fc.constantFrom("a", "b", "c", "\u202e"),
        properties: fc.dictionary(property, values, { maxKeys: 8, noNullPrototype: true }),
      });
    });

  it(
    "is answered with findings by every rule, whatever its resources and their properties are",
    { timeout: 600_000 },
    () => {
      fc.assert(fc.property(fc.array(strangers(), { minLength: 1, maxLength: 4 }), isWellAnswered), {
        numRuns: 10_000,
      });
    },
  );

  it(
    "is answered when a part of an example is something else, missing, unknown or twice there",
    { timeout: 600_000 },
    () => {
      const changes = fc.record({
        example: fc.nat(),
        beside: fc.nat(),
        at: fc.nat(),
        property: fc.nat(),
        value: values,
        deep: fc.boolean(),
        from: fc.boolean(),
      });
      fc.assert(
        fc.property(changes, (change) => {
          const pick = <Item>(list: readonly Item[], index: number): Item => list[index % list.length] as Item;
          const resources = [...pick(known, change.example), ...pick(known, change.beside)];
          if (resources.length === 0) return;
          const victim = pick(resources, change.at);
          const names = Object.keys(victim.properties);
          const name = names.length === 0 ? "policy" : pick(names, change.property);
          const value = change.deep ? within(victim.properties[name], change.property, change.value) : change.value;
          const changed: ExampleResource = { ...victim, properties: { ...victim.properties, [name]: value } };
          const sourced = change.from ? { ...changed, from: { [name]: resources.map((each) => each.name) } } : changed;
          isWellAnswered(resources.map((each) => (each === victim ? sourced : each)));
        }),
        { numRuns: 10_000 },
      );
    },
  );

  it("is answered the same twice, with a fingerprint of its own for each finding", () => {
    for (const resources of known) {
      const found = findingsIn(resources);
      expect(findingsIn(resources)).toEqual(found);
      expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(found.length);
    }
  });
});

/** The same value with one part of it, anywhere inside, put in another's place; text that is JSON is gone into. */
function within(value: unknown, at: number, part: unknown): unknown {
  const document = typeof value === "string" ? parsed(value) : undefined;
  if (document !== undefined) return JSON.stringify(within(document, at, part));
  if (typeof value !== "object" || value === null) return part;
  const keys = Object.keys(value);
  const key = keys[at % keys.length];
  if (key === undefined) return part;
  const inner = within((value as Record<string, unknown>)[key], Math.floor(at / keys.length), part);
  return Array.isArray(value)
    ? value.map((each: unknown, index) => (String(index) === key ? inner : each))
    : { ...value, [key]: inner };
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
