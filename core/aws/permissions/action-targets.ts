import { isPartitionName } from "#core/aws";
import { arnOutline } from "./arn-outline";
import { anyText, arnGlob, type OwnArns } from "./glob";
import type { Target } from "./usable-resources";

/** ARNs that an action can act on, as a service documents them: `arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}`. */
export interface ActionTargets {
  readonly arns: readonly string[];
  /** Patterns of ARNs that AWS refuses all the same. @default none */
  readonly except?: readonly string[];
  /** Whether the resource can be another account's. @default false */
  readonly crossAccount?: boolean;
}

/** Any resource. */
export const anything: ActionTargets = { arns: [] };

const ownedByAws = arnGlob("arn:${Partition}:${Service}:${Region}:aws:*");

/** @param own where the principal's resources can be: any of these */
export function targetsIn(targets: ActionTargets, own: readonly OwnArns[]): readonly Target[] {
  if (targets.crossAccount !== true) return own.flatMap((place) => targetsAt(targets, place));
  const partitions = new Set(own.map(({ partition }) => partition));
  return [...partitions].flatMap((partition) => targetsAt(targets, partition === undefined ? {} : { partition }));
}

/** The same few targets are asked for with each principal, mostly in the one partition. */
const inAnyAccount = new WeakMap<ActionTargets, Map<string, readonly Target[]>>();

function targetsAt(targets: ActionTargets, place: OwnArns): readonly Target[] {
  const { partition = "*", account } = place;
  if (account !== undefined || !(partition === "*" || isPartitionName(partition))) return compile(targets, place);
  const known = inAnyAccount.get(targets) ?? new Map<string, readonly Target[]>();
  const made = known.get(partition) ?? compile(targets, place);
  inAnyAccount.set(targets, known.set(partition, made));
  return made;
}

function compile({ arns, except = [] }: ActionTargets, own: OwnArns): readonly Target[] {
  const none = except.map((arn) => arnGlob(arn));
  if (arns.length === 0) {
    return [{ glob: anyText, none: [ownedByAws, ...none], outline: { components: [], beginning: "" } }];
  }
  return arns.map((arn) => {
    const refused = arn.includes("${Account}") ? [ownedByAws, ...none] : none;
    return { glob: arnGlob(arn, own), none: refused, outline: arnOutline(arn, true) };
  });
}
