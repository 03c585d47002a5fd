import type { OwnArns } from "./glob";

/**
 * Where a principal's own resources can be, by what its policies name: in one of these accounts and partitions, where there
 * are any. A Deny on all of the only account that is named leaves nothing, though `*` would reach further.
 */
export function ownArnsIn(texts: Iterable<string>): readonly OwnArns[] {
  const partitions = new Set<string>();
  const accounts = new Set<string>();
  for (const text of texts) {
    if (!text.startsWith("arn:")) continue;
    const components = text.replace(variable, "$").split(":");
    const [, partition, , , account] = components;
    if (isNamed(partition)) partitions.add(partition);
    // Examples have all kinds of text for an account, not only twelve digits.
    if (components.length > 5 && isNamed(account) && account !== "aws") accounts.add(account);
  }
  const inPartitions = partitions.size === 0 ? [{}] : [...partitions].map((partition) => ({ partition }));
  if (accounts.size === 0 || accounts.size > mostAccounts) return inPartitions;
  return inPartitions.flatMap((place) => [...accounts].map((account) => ({ ...place, account })));
}

/** Whoever names more works across accounts, and no Deny names them all. */
const mostAccounts = 50;

const variable = /\$\{[^}]*\}/g;

function isNamed(component: string | undefined): component is string {
  return component !== undefined && component !== "" && !/[*?$]/.test(component);
}
