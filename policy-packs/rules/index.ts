import { namingGroups } from "./naming-groups/rule";
import type { Rule } from "./rule";

/** Every rule, sorted by id. Written by hand: nothing registers itself, and a test holds this list to the folders. */
export const rules: readonly Rule[] = [namingGroups];

export { describeFinding } from "./finding";
export type { Finding } from "./finding";
export type { ResourceRule, Rule, RuleMetadata, RuleOption, RuleSettings, Severity, StackRule, Verdict } from "./rule";
export { runRules } from "./run-rules";
export type { Configuration } from "./run-rules";
export type { Reading, StackResource } from "./stack-resource";
