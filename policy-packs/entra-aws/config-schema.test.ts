import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import type { ResourceRule, RuleOption } from "../rules/index";
import { configSchema } from "./config-schema";

const option = (value: RuleOption["default"]): RuleOption => ({
  description: "It.",
  default: value,
});

const rule: ResourceRule = {
  kind: "resource",
  id: "colour",
  title: "Things are red",
  severity: "low",
  why: "Red is seen.",
  fix: "Paint it.",
  references: [],
  frameworks: [],
  types: [],
  options: { text: option("red"), days: option(90), strict: option(true), names: option(["a"]) },
  judge: () => [],
};

// As the engine makes it: https://github.com/pulumi/pulumi/blob/master/pkg/resource/analyzer/config.go
const accepts = new Ajv({ strict: false }).compile({ ...configSchema([rule]), type: "object" });

describe("configSchema", () => {
  it.each([
    ["nothing", {}],
    ["a level for all", { all: "disabled", undetermined: "mandatory", scopes: ["tenant"], waivers: "w.yaml" }],
    ["a rule's level", { colour: "advisory" }],
    ["a rule's level and options", { colour: { level: "disabled", text: "x", days: 1.5, strict: false, names: [] } }],
    ["a misspelt rule, which the rules answer themselves", { color: "advisory" }],
    ["a misspelt option, which the rule answers itself", { colour: { txt: 1 } }],
  ])("accepts %s", (_title, configuration) => {
    expect(accepts(configuration)).toBe(true);
  });

  it.each([
    ["a level that does not exist", { all: "warn" }],
    ["a rule's level that does not exist", { colour: "warn" }],
    ["undetermined findings disabled", { undetermined: "disabled" }],
    ["a scope that does not exist", { scopes: ["acount"] }],
    ["a number for a text", { colour: { text: 1 } }],
    ["a text for a number", { colour: { days: "90" } }],
    ["a text for a truth", { colour: { strict: "yes" } }],
    ["a text for a list", { colour: { names: "a" } }],
    ["a list for a rule", { colour: [] }],
  ])("refuses %s", (_title, configuration) => {
    expect(accepts(configuration)).toBe(false);
  });

  it("shows a rule's defaults, and sets none at the top, where the engine would send it", () => {
    const { properties } = configSchema([rule]);
    expect(Object.values(properties).map((property) => property.default)).toEqual(
      Object.keys(properties).map(() => undefined),
    );
    const options = properties["colour"]?.properties as Record<string, { default?: unknown }>;
    expect(Object.entries(options).map(([name, schema]) => [name, schema.default])).toEqual([
      ["level", undefined],
      ["text", "red"],
      ["days", 90],
      ["strict", true],
      ["names", ["a"]],
    ]);
  });
});
