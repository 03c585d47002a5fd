/** What our policy pack calls its two policies, whose findings are ours whatever the pack itself is called. */
export const ownPolicies: ReadonlySet<unknown> = new Set(["entra-aws", "entra-aws-advice"]);
