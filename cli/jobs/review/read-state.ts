import { plainObject } from "./plain-object";
import { readJsonFile } from "./read-json-file";
import { resourceOfState, stackOfUrn } from "./resource-of-state";
import type { Properties, ReviewedResource, ReviewedStack } from "./reviewed-stack";
import { UnreadableReview } from "./unreadable-review";

const remedy = "Give what `pulumi stack export` prints.";

/** What a stack is, by its exported state; its secrets stay unread, encrypted or not. @throws UnreadableReview */
export async function readState(file: string): Promise<ReviewedStack> {
  return stateOf(await readJsonFile(file, remedy), file);
}

/** @param file what it is called in a message */
export function stateOf(document: Properties, file: string): ReviewedStack {
  const resources = resourcesOf(document, file).map((entry, index) => {
    const resource = resourceOfState(entry);
    if (resource !== undefined) return { entry, resource };
    throw new UnreadableReview(file, `its resource ${index + 1} has no URN and type`, remedy);
  });
  const [first] = resources;
  if (first === undefined) {
    throw new UnreadableReview(file, "the stack has no resources", "Deploy it first, or review its preview.");
  }
  // What only waits for being deleted has a successor with the same URN.
  const staying: readonly ReviewedResource[] = resources
    .filter(({ entry }) => plainObject(entry)?.["delete"] !== true)
    .map(({ resource }) => resource);
  return { ...stackOfUrn(first.resource.urn), resources: staying, violations: [], judgedByPack: false };
}

function resourcesOf(document: Properties, file: string): readonly unknown[] {
  if (Array.isArray(document["steps"])) {
    throw new UnreadableReview(file, "it is a preview and no state", "Give it by --preview-json.");
  }
  if (Object.hasOwn(document, "checkpoint")) {
    throw new UnreadableReview(file, "it is a file of the backend's own", remedy);
  }
  const deployment = plainObject(document["deployment"]);
  if (deployment === undefined) {
    const isEncrypted = typeof document["deployment"] === "string";
    const fault = isEncrypted ? "its deployment is encrypted as a whole" : "it is no state of a Pulumi stack";
    throw new UnreadableReview(file, fault, remedy);
  }
  const resources = deployment["resources"] ?? [];
  if (!Array.isArray(resources)) throw new UnreadableReview(file, "its resources are no list", remedy);
  return resources as readonly unknown[];
}
