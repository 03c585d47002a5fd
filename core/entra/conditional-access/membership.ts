/** Whether a condition holds for a sign-in; `open` names the inputs that it hangs on. */
export type Membership = "yes" | "no" | { readonly open: readonly string[] };

export function membership(holds: boolean): Membership {
  return holds ? "yes" : "no";
}

/** What a list names, where the input is known. */
export function listed(list: readonly string[], value: string | undefined, input: string): Membership {
  if (list.length === 0) return "no";
  return value === undefined || value === "unknown" ? { open: [input] } : membership(list.includes(value));
}

/** Yes as soon as one is, whatever is open beside it. */
export function anyOf(...memberships: readonly Membership[]): Membership {
  if (memberships.includes("yes")) return "yes";
  const open = openInputs(memberships);
  return open.length > 0 ? { open } : "no";
}

/** No as soon as one is, whatever is open beside it. */
export function allOf(...memberships: readonly Membership[]): Membership {
  if (memberships.includes("no")) return "no";
  const open = openInputs(memberships);
  return open.length > 0 ? { open } : "yes";
}

export function except(included: Membership, excluded: Membership): Membership {
  return allOf(included, opposite(excluded));
}

function opposite(membership: Membership): Membership {
  if (typeof membership !== "string") return membership;
  return membership === "yes" ? "no" : "yes";
}

function openInputs(memberships: readonly Membership[]): string[] {
  return [...new Set(memberships.flatMap((each) => (typeof each === "string" ? [] : each.open)))].sort();
}
