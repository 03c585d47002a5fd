import type { Surroundings } from "../rules/index";

type Services = Surroundings["services"];

/**
 * Reference data that is filled in once the stack's documents have said which services they name, so that they are
 * parsed only once. A rule that asks while nothing is there breaks, and that is a finding: nothing passes unseen.
 */
export function lateServices(): { readonly services: Services; readonly fill: (loaded: Services) => void } {
  let filled: Services | undefined;
  const loaded = (): Services => {
    if (filled === undefined) throw new Error("the reference data of AWS's services is not loaded");
    return filled;
  };
  return {
    services: {
      hasService: (prefix) => loaded().hasService(prefix),
      service: (prefix) => loaded().service(prefix),
      get prefixes() {
        return loaded().prefixes;
      },
      get globalConditionKeys() {
        return loaded().globalConditionKeys;
      },
    },
    fill: (given) => void (filled = given),
  };
}
