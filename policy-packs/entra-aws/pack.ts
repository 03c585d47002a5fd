import { PolicyPack } from "@pulumi/policy";
import { describeFinding, rules, runRules, type Configuration } from "../rules/index";
import { configSchema } from "./config-schema";
import { readResource } from "./read-resource";

// One stack policy that drives all rules: the SDK deserialises the whole stack once for each stack policy.
new PolicyPack("entra-aws", {
  description: "What must hold where AWS accounts trust Microsoft Entra ID",
  policies: [
    {
      name: "entra-aws",
      description: "Federation of AWS accounts with Microsoft Entra ID",
      enforcementLevel: "mandatory",
      configSchema: configSchema(rules),
      validateStack(stack, reportViolation) {
        for (const finding of runRules(rules, stack.resources.map(readResource), stack.getConfig<Configuration>())) {
          reportViolation(describeFinding(finding), finding.resource?.urn);
        }
      },
    },
  ],
});
