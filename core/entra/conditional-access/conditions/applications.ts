import { anyOf, except, membership, type Membership } from "../membership";
import type { FilterRule } from "../policy";
import type { SignIn } from "../sign-in";
import type { Condition } from "./condition";

/** The application by client id, or a user action, or an authentication context; exclusions concern applications. */
export const applications: Condition = {
  name: "applications",
  evaluate({ applications }, signIn) {
    if (!applications) return "no";
    if (signIn.userAction !== undefined) {
      return membership(applications.includeUserActions?.includes(signIn.userAction) ?? false);
    }
    const { authenticationContext } = signIn;
    const contexts = applications.includeAuthenticationContextClassReferences ?? [];
    if (contexts.length > 0) {
      return membership(authenticationContext !== undefined && contexts.includes(authenticationContext));
    }
    const { applicationFilter: filter } = applications;
    return except(
      anyOf(named(applications.includeApplications, signIn), filtered(filter, "include")),
      anyOf(named(applications.excludeApplications, signIn), filtered(filter, "exclude")),
    );
  },
};

function named(list: readonly string[] | null | undefined, signIn: SignIn): Membership {
  const names = new Set(["All", signIn.applicationId, ...(signIn.applicationSuites ?? [])]);
  return membership(list?.some((name) => names.has(name)) ?? false);
}

/** Filters read custom security attributes of the service principal, which a sign-in does not tell. */
function filtered(filter: FilterRule | null | undefined, mode: FilterRule["mode"]): Membership {
  return filter?.mode === mode ? { open: ["applicationFilter"] } : "no";
}
