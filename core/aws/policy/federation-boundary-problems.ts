import { iamLimits } from "#core/aws";
import { error, type Problem } from "#core/problems";
import { type FederationBoundary, federationBoundary } from "./federation-boundary";
import { policySize } from "./policy-problems";
import { serializePolicy } from "./serialize-policy";

/** A boundary that protects more roles than one managed policy can name. */
export function federationBoundaryProblems(boundary: FederationBoundary, property: string): Problem[] {
  const size = policySize(serializePolicy(federationBoundary(boundary)));
  if (size <= iamLimits.managedPolicySize) return [];
  return [
    error({
      code: "boundary-too-long",
      property,
      given: `${boundary.federatedRoleArns.length} roles, whose ARNs make a boundary of ${size} characters`,
      expected: `a boundary of at most ${iamLimits.managedPolicySize} characters`,
      remedy: "have fewer roles in this account, or shorter role names and paths",
    }),
  ];
}
