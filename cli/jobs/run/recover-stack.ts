import { type StackLock, endLeftovers, freeLock } from "#engine";
import { type StackPlace, pulumiOutput } from "../stack/pulumi-in-folder";
import { type Deployment, type ExportedStack, exportStack, importStack } from "./deployment";
import { providerClients } from "./provider-clients";
import { type Decisions, type Recovery, RecoveryRefused } from "./recovery";
import { settleDeployment } from "./settle-deployment";
import { lookUpOperations } from "./look-up-operations";
import { type LockedStack, locksOfTheGone } from "./locks-of-the-gone";

export interface RecoveryOptions {
  /** Whether to wait for another run. */
  readonly wait: boolean;
  readonly report: (text: string) => void;
  readonly decisions: Decisions;
}

/**
 * Puts in order what an interrupted run left: its lock, its processes, and what it had begun in the clouds. Changes
 * nothing before everything is clear.
 *
 * @throws StackHeld, RecoveryRefused, NotSignedIn, EngineRefused
 */
export async function recoverStack(place: StackPlace, stack: LockedStack, options: RecoveryOptions): Promise<Recovery> {
  for (;;) {
    const locks = await locksOfTheGone(stack, { ...options, ...(place.signal && { signal: place.signal }) });
    const exported = await exportStack(place);
    const recovery = await recoverOnce(place, locks, exported, options);
    if (recovery !== undefined) {
      return recovery;
    }
  }
}

/** Returns nothing when somebody else has changed the state meanwhile. */
async function recoverOnce(
  place: StackPlace,
  locks: readonly StackLock[],
  exported: ExportedStack,
  { report, decisions }: RecoveryOptions,
): Promise<Recovery | undefined> {
  const { deployment } = exported;
  if ((deployment.pending_operations ?? []).length === 0) {
    return { ...free(locks), settled: [] };
  }
  report("looking up what the interrupted run had begun");
  const since = await beginningOfRun(place, locks, deployment);
  const clients = providerClients(deployment, place.signal);
  const looked = await lookUpOperations({ deployment, since, clients, decisions });
  const unclear = looked.flatMap((each) => each.unclear ?? []);
  if (unclear.length > 0) {
    throw new RecoveryRefused(unclear);
  }
  const isUnchanged = (await exportStack(place)).deployment.manifest.time === deployment.manifest.time;
  if (!isUnchanged) {
    return undefined;
  }
  const freed = free(locks);
  for (const { finish } of looked) {
    await finish?.();
  }
  const settled = looked.map((each) => each.settled);
  const found = new Map(settled.flatMap(({ urn, id }) => (id === undefined ? [] : [[urn, id] as const])));
  await importStack(place, { ...exported, deployment: settleDeployment(deployment, found) });
  return { ...freed, settled };
}

function free(locks: readonly StackLock[]): Pick<Recovery, "freed" | "ended"> {
  const ended = locks.flatMap(({ pid }) => endLeftovers(pid));
  for (const lock of locks) {
    freeLock(lock);
  }
  return { freed: locks, ended };
}

/**
 * When the interrupted run began: its lock says it. Where there is none any more, or the backend keeps none in files, a
 * moment before which nothing can be of that run does as well: the beginning of the run before, or of the stack's first.
 */
async function beginningOfRun(place: StackPlace, locks: readonly StackLock[], deployment: Deployment): Promise<Date> {
  const [first] = locks.map(({ since }) => since).sort((a, b) => a.getTime() - b.getTime());
  if (first !== undefined) {
    return first;
  }
  const args = ["stack", "history", "--json", "--page-size", "1"];
  const [last] = JSON.parse(await pulumiOutput(place, { args })) as { readonly startTime: string }[];
  const root = deployment.resources?.find(({ type }) => type === "pulumi:pulumi:Stack");
  return new Date(last?.startTime ?? root?.created ?? deployment.manifest.time);
}
