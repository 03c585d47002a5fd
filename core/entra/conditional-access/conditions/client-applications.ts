import type { Condition } from "./condition";

/** A policy for workload identities does not concern people. */
export const clientApplications: Condition = {
  name: "clientApplications",
  evaluate({ clientApplications: workloads }) {
    return (workloads?.includeServicePrincipals ?? []).length > 0 ? "no" : "yes";
  },
};
