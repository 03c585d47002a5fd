import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PulumiOutcome } from "#engine";
import { EngineRefused } from "../stack/engine-refused";
import { pulumiInFolder, type StackPlace } from "../stack/pulumi-in-folder";
import { plainObject, textOf } from "./plain-object";
import { previewFault } from "./preview-fault";
import { readEventLog } from "./read-event-log";
import { previewOf } from "./read-preview-json";
import type { Properties, ReviewedStack } from "./reviewed-stack";

/**
 * Lets the engine plan the stack and takes from its JSON what resources rest on and where they are made, and from its
 * event log their outputs and what policy packs said: neither tells both.
 *
 * @param policyPacks folders of packs that take part
 * @throws EngineRefused when there is no plan; a violated policy does not keep the engine from planning
 */
export async function previewStack(place: StackPlace, policyPacks: readonly string[]): Promise<ReviewedStack> {
  const folder = mkdtempSync(join(tmpdir(), "entra-aws-review-"));
  try {
    const log = join(folder, "events.json");
    const packs = policyPacks.flatMap((pack) => ["--policy-pack", pack]);
    const args = ["preview", "--json", "--event-log", log, ...packs];
    const outcome = await pulumiInFolder(place, { args, takesConfig: true });
    place.signal?.throwIfAborted();
    const plan = planOf(outcome);
    return withOutputs(previewOf(plan, "pulumi preview"), await readEventLog(log));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function planOf(outcome: PulumiOutcome): Properties {
  const plan = jsonObject(outcome.stdout);
  const given = Array.isArray(plan?.["diagnostics"]) ? (plan["diagnostics"] as readonly unknown[]) : [];
  const diagnostics = given.map((diagnostic) => {
    const { severity, message, urn } = plainObject(diagnostic) ?? {};
    const text = (textOf(message) ?? "").trim().replace(/^error: /, "");
    return { severity: textOf(severity) ?? "", message: text, urn: textOf(urn) ?? "" };
  });
  if (plan === undefined || previewFault(diagnostics) !== undefined) {
    // Its standard output is the plan, which nobody wants to read as an error.
    throw new EngineRefused("preview", { diagnostics, stdout: "", stderr: outcome.stderr });
  }
  return plan;
}

function jsonObject(text: string): Properties | undefined {
  try {
    return plainObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function withOutputs(plan: ReviewedStack, log: ReviewedStack): ReviewedStack {
  const outputs = new Map(log.resources.map((resource) => [resource.urn, resource.outputs]));
  const resources = plan.resources.map((resource) => ({
    ...resource,
    outputs: outputs.get(resource.urn) ?? resource.outputs,
  }));
  return { ...plan, resources, violations: log.violations };
}
