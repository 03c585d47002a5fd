import type { PolicyConfigSchema } from "@pulumi/policy";
import type { Rule } from "../rules/index";

/** The pack's configuration: an object per rule, by the rule's id, with the rule's options. */
export function configSchema(rules: readonly Rule[]): PolicyConfigSchema {
  const properties: PolicyConfigSchema["properties"] = {};
  for (const rule of rules) {
    const options = Object.entries(rule.options);
    properties[rule.id] = {
      type: "object",
      description: rule.title,
      additionalProperties: false,
      properties: Object.fromEntries(
        options.map(([name, option]) => [name, { type: "string", description: option.description }]),
      ),
    };
  }
  return { properties };
}
