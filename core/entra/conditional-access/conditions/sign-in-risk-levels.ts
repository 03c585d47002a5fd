import { listed } from "../membership";
import type { Condition } from "./condition";

/** The sign-in's risk; each level by itself: `medium` does not stand for `high`. */
export const signInRiskLevels: Condition = {
  name: "signInRiskLevels",
  evaluate({ signInRiskLevels: levels }, { signInRisk }) {
    return !levels || levels.length === 0 ? "yes" : listed(levels, signInRisk, "signInRisk");
  },
};
