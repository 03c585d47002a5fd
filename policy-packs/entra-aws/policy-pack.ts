import { PolicyPack, type StackValidationPolicy } from "@pulumi/policy";
import { rules, type Finding } from "../rules/index";
import { configSchema } from "./config-schema";
import { judgeResources } from "./judge-resources";
import type { PolicyPackOptions } from "./options";
import { reportsOf } from "./reports";
import { sharedRun } from "./shared-run";

const levels = ["mandatory", "advisory"] as const;

const policies = {
  mandatory: {
    name: "entra-aws",
    description: "What must hold where AWS accounts trust Microsoft Entra ID",
  },
  advisory: {
    name: "entra-aws-advice",
    description: "What is better where AWS accounts trust Microsoft Entra ID, and what a preview cannot tell",
  },
} as const;

/** Makes this process the policy pack: the whole program of a folder that `pulumi preview --policy-pack` is given. */
export function entraAwsPolicyPack(options: PolicyPackOptions = {}): PolicyPack {
  const description = "Identity between Microsoft Entra ID and AWS: naming and least privilege";
  return new PolicyPack(options.name ?? "entra-aws", { description, policies: entraAwsPolicies(options) });
}

/**
 * The two policies of the pack, for a pack of one's own: a policy has one level, so there is one that stops an update,
 * and one that advises. The rules run once for both, by the configuration of the first of them that is not disabled.
 */
export function entraAwsPolicies({ configuration = {} }: PolicyPackOptions = {}): StackValidationPolicy[] {
  const once = sharedRun<readonly Finding[]>();
  return levels.map((level) => ({
    ...policies[level],
    enforcementLevel: level,
    configSchema: configSchema(rules),
    async validateStack(stack, reportViolation) {
      const judge = () => judgeResources(stack.resources, { ...configuration, ...stack.getConfig<object>() });
      for (const report of reportsOf(await once(level, judge))) {
        if (report.level === level) reportViolation(report.text, report.urn);
      }
    },
  }));
}
