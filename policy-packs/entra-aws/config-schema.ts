import type { PolicyConfigSchema } from "@pulumi/policy";
import type { OptionValue, Rule, RuleOption } from "../rules/index";

type JSONSchema = PolicyConfigSchema["properties"][string];

const level = { enum: ["mandatory", "advisory", "disabled"] };

/**
 * The pack's configuration: what holds for all rules, and an entry a rule, by its id.
 *
 * Names that are not here are let through, since the rules' own answer names the one that was meant. Nothing at the top
 * has a default: the engine would send it as if somebody had set it, over what a pack's program sets.
 */
export function configSchema(rules: readonly Rule[]): PolicyConfigSchema {
  return {
    properties: {
      all: { ...level, description: "The level of every rule that has none of its own." },
      undetermined: {
        enum: ["advisory", "mandatory"],
        description: "The level of what cannot be determined at preview; advisory where it is not set.",
      },
      scopes: {
        type: "array",
        items: { enum: ["account", "tenant", "monitoring"] },
        description:
          "What the stack is there for, so that what is missing from it is a finding; none where it is not set.",
      },
      waivers: { type: "string", description: "Path of the file of waivers, from the pack's folder." },
      ...Object.fromEntries(rules.map((rule) => [rule.id, entrySchema(rule)])),
    },
  };
}

/** A level, or an object with it and the options; defaults stand beside them, and the engine does not fill them in. */
function entrySchema(rule: Rule): JSONSchema {
  const options = Object.entries(rule.options).map(([name, option]) => [name, optionSchema(option)] as const);
  return {
    type: ["string", "object"],
    pattern: `^(${level.enum.join("|")})$`,
    description: rule.title,
    properties: { level, ...Object.fromEntries(options) },
  };
}

function optionSchema({ description, default: value }: RuleOption): JSONSchema {
  return { ...typeSchema(value), description, default: typeof value === "object" ? [...value] : value };
}

function typeSchema(value: OptionValue): JSONSchema {
  if (typeof value === "object") return { type: "array", items: { type: "string" } };
  return { type: typeof value as "number" | "string" | "boolean" };
}
