import { listed } from "../membership";
import type { Condition } from "./condition";

/** The user's risk; each level by itself: `medium` does not stand for `high`. */
export const userRiskLevels: Condition = {
  name: "userRiskLevels",
  evaluate({ userRiskLevels: levels }, { userRisk }) {
    return !levels || levels.length === 0 ? "yes" : listed(levels, userRisk, "userRisk");
  },
};
