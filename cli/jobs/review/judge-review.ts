import { gatherFacts, judgeStack, knownDocuments, rules, type Finding, type StackResource } from "#policy-packs/rules";
import { loadServices, managedPolicyDocument, servicesNamed } from "#reference-data";
import { isSecret } from "./property-reading";
import type { ReviewSettings } from "./review-settings";
import type { ReviewedResource, ReviewedStack } from "./reviewed-stack";
import { stackResources } from "./stack-resources";

/** What the rules find in a stack, with what AWS documents of the services that the stack's policies name. */
export async function judgeReview(
  { resources }: ReviewedStack,
  { configuration, waivers }: ReviewSettings,
  now: number,
): Promise<readonly Finding[]> {
  const read = stackResources(resources);
  const services = await servicesOf(read, now);
  const stack = gatherFacts(read, { now, services, managedPolicyDocument });
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return judgeStack(rules, stack, configuration, waivers).map((finding) => withSecretRemedy(finding, byUrn));
}

async function servicesOf(resources: readonly StackResource[], now: number) {
  const services = await loadServices([]);
  const stack = gatherFacts(resources, { now, services, managedPolicyDocument });
  return loadServices(servicesNamed(knownDocuments(stack)), services);
}

/** What a rule could not read because it is a secret, no later preview makes known to a review. */
function withSecretRemedy(finding: Finding, byUrn: ReadonlyMap<string, ReviewedResource>): Finding {
  const { outcome, resource, property } = finding;
  const [root = ""] = property?.split(/[.[]/) ?? [];
  const reviewed = byUrn.get(resource?.urn ?? "");
  if (outcome !== "undetermined" || reviewed === undefined || !isSecret(reviewed, root)) return finding;
  return {
    ...finding,
    remedy: `The value of ${root} is a secret, which a review does not read. Let the policy pack judge it during pulumi preview, or make it no secret.`,
  };
}
