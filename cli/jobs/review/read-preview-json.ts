import { plainObject, textOf } from "./plain-object";
import { previewFault } from "./preview-fault";
import { readJsonFile } from "./read-json-file";
import { resourceOfState, stackOfUrn } from "./resource-of-state";
import type { Properties, ReviewedResource, ReviewedStack } from "./reviewed-stack";
import { UnreadableReview } from "./unreadable-review";

const remedy = "Give what `pulumi preview --json` prints on its standard output.";

/**
 * What a stack will be, by `pulumi preview --json`, which says nothing of outputs and of policy packs.
 *
 * @throws UnreadableReview
 */
export async function readPreviewJson(file: string): Promise<ReviewedStack> {
  return previewOf(await readJsonFile(file, remedy), file);
}

/** @param file what it is called in a message */
export function previewOf(document: Properties, file: string): ReviewedStack {
  const { steps } = document;
  if (Object.hasOwn(document, "deployment")) {
    throw new UnreadableReview(file, "it is a state and no preview", "Give it by --state.");
  }
  if (!Array.isArray(steps)) throw new UnreadableReview(file, "it is no preview of a Pulumi stack", remedy);
  const fault = previewFault(diagnosticsOf(document));
  if (fault !== undefined) {
    throw new UnreadableReview(file, `the preview failed (${fault})`, "Mend what failed and preview again.");
  }
  const byUrn = new Map<string, ReviewedResource>();
  for (const step of steps as readonly unknown[]) {
    const resource = plannedBy(step);
    if (resource !== undefined) byUrn.set(resource.urn, resource);
  }
  const resources = [...byUrn.values()];
  const [first] = resources;
  if (first === undefined) throw new UnreadableReview(file, "the preview has no resources", remedy);
  return { ...stackOfUrn(first.urn), resources, violations: [], judgedByPack: false };
}

/** The resource as a step leaves it; a deletion leaves none. */
function plannedBy(step: unknown): ReviewedResource | undefined {
  const { op, newState } = plainObject(step) ?? {};
  return typeof op === "string" && op.startsWith("delete") ? undefined : resourceOfState(newState);
}

function diagnosticsOf({ diagnostics }: Properties) {
  const given = Array.isArray(diagnostics) ? (diagnostics as readonly unknown[]) : [];
  return given.map((diagnostic) => {
    const { severity, message } = plainObject(diagnostic) ?? {};
    return { severity: textOf(severity) ?? "", message: textOf(message) ?? "" };
  });
}
