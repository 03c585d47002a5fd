import type { InlinePolicy } from "./account";

/** The policies with this one added, or replaced where its name is taken. */
export function putInlinePolicy(policies: readonly InlinePolicy[], { name, document }: InlinePolicy): InlinePolicy[] {
  const added = { name, document };
  if (!policies.some((policy) => policy.name === name)) return [...policies, added];
  return policies.map((policy) => (policy.name === name ? added : policy));
}

/** The policies without this one, or nothing when it is not among them. */
export function removeInlinePolicy(policies: readonly InlinePolicy[], name: string): InlinePolicy[] | undefined {
  const kept = policies.filter((policy) => policy.name !== name);
  return kept.length === policies.length ? undefined : kept;
}
