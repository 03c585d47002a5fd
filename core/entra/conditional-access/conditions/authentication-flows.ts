import { listed } from "../membership";
import type { Condition } from "./condition";

/** Device code flow and authentication transfer; a policy that names `none` concerns every flow. */
export const authenticationFlows: Condition = {
  name: "authenticationFlows",
  evaluate({ authenticationFlows: flows }, { authenticationFlow }) {
    const methods = (flows?.transferMethods ?? "")
      .split(",")
      .map((method) => method.trim())
      .filter((method) => method !== "" && method !== "none");
    return methods.length === 0 ? "yes" : listed(methods, authenticationFlow, "authenticationFlow");
  },
};
