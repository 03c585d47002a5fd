import type { Deployment, StateResource } from "./deployment";

/** What became of the pending creates: the id of each one that exists, by URN. The others were never made. */
export type FoundIds = ReadonlyMap<string, string>;

/**
 * The state as the engine would have left it had it noted what the clouds did: found resources are in it, nothing is
 * pending, and whatever was under way is marked to be read from the cloud before the engine goes on.
 *
 * The mark makes this step one that may itself be interrupted: until a resource was read, each run reads it.
 */
export function settleDeployment(deployment: Deployment, found: FoundIds): Deployment {
  const operations = deployment.pending_operations ?? [];
  const changing = new Set(
    operations.filter(({ type }) => type === "updating" || type === "deleting").map(({ resource }) => resource.urn),
  );
  const noted = (deployment.resources ?? []).map((resource) =>
    changing.has(resource.urn) && resource.delete !== true ? { ...resource, refreshBeforeUpdate: true } : resource,
  );
  const created = operations.flatMap(({ type, resource }) => {
    const id = type === "creating" ? found.get(resource.urn) : undefined;
    return id === undefined ? [] : [{ ...resource, id, outputs: resource.inputs ?? {}, refreshBeforeUpdate: true }];
  });
  return { ...deployment, resources: created.reduce(withCreated, noted), pending_operations: [] };
}

/** With a resource put where the engine would have: behind what it rests on, in the place of what it replaces. */
function withCreated(resources: readonly StateResource[], created: StateResource): StateResource[] {
  const others = resources.flatMap((resource) => {
    if (resource.urn !== created.urn || resource.delete === true) {
      return [resource];
    }
    // Noted twice, deleted before its replacement was made, or to be deleted after it.
    return resource.id === created.id || resource.pendingReplacement === true
      ? []
      : [{ ...resource, delete: true, refreshBeforeUpdate: false }];
  });
  const below = new Set(foundations(created));
  const last = others.findLastIndex(({ urn, delete: isOld }) => below.has(urn) && isOld !== true);
  return [...others.slice(0, last + 1), created, ...others.slice(last + 1)];
}

function foundations(resource: StateResource): string[] {
  const { provider, parent, deletedWith, dependencies = [], propertyDependencies = {} } = resource;
  const named = Object.values(propertyDependencies).flatMap((urns) => urns ?? []);
  const owners = [provider?.slice(0, provider.lastIndexOf("::")), parent, deletedWith];
  return [...owners.filter((urn) => urn !== undefined), ...dependencies, ...named];
}
