import { parseArn, parseIamResource } from "#core/aws";
import { textOf } from "./known-values";
import { resourceTypes } from "./resource-types";
import { perStack, type StackFacts } from "../stack-facts";
import type { StackResource } from "../stack-resource";

type Indexed = typeof resourceTypes.role | typeof resourceTypes.samlProvider;

interface ArnIndex {
  readonly byArn: ReadonlyMap<string, StackResource>;
  /** Resources whose ARN is not known yet. */
  readonly byPathAndName: ReadonlyMap<string, readonly StackResource[]>;
}

const indexes = {
  [resourceTypes.role]: perStack((stack) => indexOf(stack, resourceTypes.role)),
  [resourceTypes.samlProvider]: perStack((stack) => indexOf(stack, resourceTypes.samlProvider)),
};

/**
 * The IAM resource of the stack that an ARN names. Where a preview does not know ARNs yet, name and path decide, if they
 * are those of one resource alone.
 */
export function resourceByArn(stack: StackFacts, type: Indexed, arn: string): StackResource | undefined {
  const found = resourcesByArn(stack, type, arn);
  return found.length === 1 ? found[0] : undefined;
}

/** All that an ARN may name: several where their own are not known yet, and they are alike in name and path. */
export function resourcesByArn(stack: StackFacts, type: Indexed, arn: string): readonly StackResource[] {
  const { byArn, byPathAndName } = indexes[type](stack);
  const exact = byArn.get(arn);
  if (exact !== undefined) return [exact];
  const parsed = parseArn(arn);
  const wanted = parsed && parseIamResource(parsed);
  return (wanted && byPathAndName.get(`${wanted.path}${wanted.name}`)) ?? [];
}

function indexOf(stack: StackFacts, type: Indexed): ArnIndex {
  const byArn = new Map<string, StackResource>();
  const byPathAndName = new Map<string, readonly StackResource[]>();
  for (const resource of stack.ofType(type)) {
    const arn = textOf(resource, "arn");
    if (arn !== undefined) byArn.set(arn, resource);
    const name = textOf(resource, "name");
    if (arn !== undefined || name === undefined) continue;
    const key = `${textOf(resource, "path") ?? "/"}${name}`;
    byPathAndName.set(key, [...(byPathAndName.get(key) ?? []), resource]);
  }
  return { byArn, byPathAndName };
}
