import { familyOf, userKinds } from "./aspects";
import { comparableId } from "./entra-id";
import type { Scope } from "./find-escape";
import { isRecord } from "./read-fields";

/** Who and what a tenant leaves out on purpose, such as break-glass accounts: no question covers them. */
export interface AcceptedExclusions {
  readonly users?: readonly string[];
  readonly groups?: readonly string[];
  readonly roles?: readonly string[];
  readonly applications?: readonly string[];
  /** Kinds of guests, or all of them. */
  readonly guests?: readonly string[] | boolean;
}

const names = {
  user: ["users", "userIds", "excludeUsers"],
  group: ["groups", "groupIds", "excludeGroups"],
  role: ["roles", "roleIds", "excludeRoles"],
  application: ["applications", "applicationIds", "appIds", "excludeApplications"],
  kind: ["guests", "guestTypes"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * Takes what is accepted out of what a search considers.
 * @param given lists of ids by what they name, or one list of ids of any kind
 */
export function outsideOf(given: unknown): Scope {
  const ids = (what: keyof typeof names): ReadonlySet<string> =>
    new Set(
      (Array.isArray(given)
        ? [given as unknown]
        : names[what].map((name) => (isRecord(given) ? given[name] : undefined))
      )
        .flatMap((listed) =>
          listed === true ? [...userKinds.slice(1)] : Array.isArray(listed) ? (listed as unknown[]) : [],
        )
        .flatMap((id) => (typeof id === "string" ? [comparableId(id)] : [])),
    );
  const accepted = {
    user: ids("user"),
    group: ids("group"),
    role: ids("role"),
    application: ids("application"),
    kind: ids("kind"),
  };
  return (aspect, values) => {
    if (aspect === "user" || aspect === "application" || aspect === "kind") {
      return values.filter((value) => !accepted[aspect].has(value));
    }
    const family = familyOf(aspect);
    if (family !== "group" && family !== "role") return values;
    return accepted[family].has(aspect.slice(family.length + 1)) ? ["no"] : values;
  };
}
