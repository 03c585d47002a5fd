export {
  conditionalAccessPolicies,
  conditionalAccessPolicyType,
  type ConditionalAccessFact,
} from "./conditional-access-policies";
export { namedLocationId, namedLocations, namedLocationType } from "./named-locations";
