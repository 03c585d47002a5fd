import type { Condition } from "./condition";

/** The risk of a workload identity, which people do not have. */
export const servicePrincipalRiskLevels: Condition = {
  name: "servicePrincipalRiskLevels",
  evaluate({ servicePrincipalRiskLevels: levels }) {
    return (levels ?? []).length > 0 ? "no" : "yes";
  },
};
