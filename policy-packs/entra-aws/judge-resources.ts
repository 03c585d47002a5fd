import type { PolicyResource } from "@pulumi/policy";
import { gatherFacts, judgeStack, knownDocuments, rules, type Configuration, type Finding } from "../rules/index";
import { lateServices } from "./late-services";
import { readResource } from "./read-resource";
import { readWaivers } from "./read-waivers";

/** All findings in the resources of a stack as the policy SDK hands them over, by today's date. */
export async function judgeResources(
  resources: readonly PolicyResource[],
  configuration: Configuration,
): Promise<readonly Finding[]> {
  const now = Date.now();
  const reference = await import("../../reference-data/index.js");
  const late = lateServices();
  const { managedPolicyDocument } = reference;
  const stack = gatherFacts(resources.map(readResource), { now, services: late.services, managedPolicyDocument });
  const named = reference.servicesNamed(knownDocuments(stack));
  await reference.loadServices(named).then(late.fill, () => undefined);
  return judgeStack(rules, stack, configuration, await readWaivers(configuration["waivers"], now));
}
