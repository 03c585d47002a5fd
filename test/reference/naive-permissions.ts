import type { PolicyDocument } from "#core/aws/policy";
import { naivelyAuthorize } from "./naive-authorization";

/*
 * What a principal may do, found by asking for each resource and each state of the request one by one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */

export interface NaivePrincipal {
  readonly identity: readonly PolicyDocument[];
  readonly boundary: readonly PolicyDocument[];
}

/** The world in which everything is tried. */
export interface World {
  readonly account: string;
  readonly resources: readonly string[];
  readonly contexts: readonly ReadonlyMap<string, readonly string[]>[];
}

/** `sometimes` is in some states of the request on some resource; `always` is in each, on one and the same resource. */
export function naivelyGranted(
  { identity, boundary }: NaivePrincipal,
  action: string,
  { account, resources, contexts }: World,
): "never" | "sometimes" | "always" {
  const allowed = resources.map((resource) =>
    contexts.map((context) => {
      const session = { account, role: "Developer", name: "alice" };
      const request = { session, action, resource, resourceAccount: account, context };
      const policies = { organisation: [], resource: [], session: [], boundary, identity };
      return naivelyAuthorize(request, policies).decision === "allow";
    }),
  );
  if (allowed.some((each) => each.every(Boolean))) return "always";
  return allowed.flat().some(Boolean) ? "sometimes" : "never";
}
