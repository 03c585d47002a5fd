import { exportStack, type StateResource } from "../run/deployment";
import type { StackPlace } from "../stack/pulumi-in-folder";

/** What a stack has made, by ids of the clouds. */
export interface Ownership {
  has(id: string): boolean;
}

/** Reads what the stack owns from its state. @throws EngineRefused */
export async function stackOwnership(place: StackPlace): Promise<Ownership> {
  const { deployment } = await exportStack(place);
  return ownershipOf(deployment.resources ?? []);
}

/** What the resources of a state stand for in the clouds. */
export function ownershipOf(
  resources: readonly Pick<StateResource, "type" | "custom" | "id" | "outputs">[],
): Ownership {
  const owned = new Set(resources.filter(({ custom }) => custom).flatMap(cloudIds));
  return { has: (id) => owned.has(id) };
}

/**
 * An id of the azuread provider is a path that ends in the object's own, as `/groups/<id>`. One that begins without a
 * slash names two things that are bound together, and the stack need not own either.
 */
function cloudIds({ type, id = "", outputs = {} }: Pick<StateResource, "type" | "id" | "outputs">): string[] {
  const { applicationObjectId } = outputs;
  // Its id names the template and the service principal, too.
  const application =
    type === "azuread:index/applicationFromTemplate:ApplicationFromTemplate" ? [applicationObjectId] : [];
  const texts = application.filter((one): one is string => typeof one === "string");
  return [id, ...(id.startsWith("/") ? [id.slice(id.lastIndexOf("/") + 1)] : []), ...texts];
}
