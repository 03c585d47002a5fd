import { listed } from "../membership";
import type { Condition } from "./condition";

/** The user's insider risk (Microsoft Purview), as levels joined by commas. */
export const insiderRiskLevels: Condition = {
  name: "insiderRiskLevels",
  evaluate({ insiderRiskLevels: levels }, { insiderRisk }) {
    return levels
      ? listed(
          levels.split(",").map((level) => level.trim()),
          insiderRisk,
          "insiderRisk",
        )
      : "yes";
  },
};
