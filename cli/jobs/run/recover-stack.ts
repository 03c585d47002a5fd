import { join } from "node:path";
import { type StackLock, endLeftovers, freeLock, withLock } from "#engine";
import { type StackPlace, pulumiOutput } from "../stack/pulumi-in-folder";
import { type Deployment, type ExportedStack, exportStack, importStack } from "./deployment";
import type { Beginning } from "./judge-candidates";
import { type LockedStack, locksOfTheGone } from "./locks-of-the-gone";
import { type Looked, lookUpOperations } from "./look-up-operations";
import { providerClients } from "./provider-clients";
import { type Decisions, type Recovery, RecoveryRefused } from "./recovery";
import { settleDeployment } from "./settle-deployment";

export interface RecoveryOptions {
  /** Whether to wait for another run. */
  readonly wait: boolean;
  readonly report: (text: string) => void;
  readonly decisions: Decisions;
  /** Asked before something is removed from a cloud. @default it is removed */
  readonly consent?: (question: string) => Promise<boolean>;
}

/**
 * Puts in order what an interrupted run left: its lock, its processes, and what it had begun in the clouds. Changes
 * nothing before everything is clear.
 *
 * @throws StackHeld, RecoveryRefused, NotSignedIn, EngineRefused
 */
export async function recoverStack(place: StackPlace, stack: LockedStack, options: RecoveryOptions): Promise<Recovery> {
  const { report } = options;
  for (;;) {
    const locks = await locksOfTheGone(stack, { ...options, signal: place.signal });
    const exported = await exportStack(place);
    if ((exported.deployment.pending_operations ?? []).length === 0) {
      return { ...free(locks), settled: [] };
    }
    const work = (): Promise<Recovery | undefined> => recoverOnce(place, locks, exported, options);
    const recovery = await (stack.backend === undefined
      ? work()
      : withLock(recoveryLock(stack), report, work, place.signal));
    if (recovery !== undefined) {
      return recovery;
    }
  }
}

/** Between the lock of the gone and that of its successor is a gap, in which another recovery must not import as well. */
function recoveryLock({ backend = "", project, stack }: LockedStack): string {
  return join(backend, ".pulumi", `entra-aws-recovery-of-${project}-${stack}`);
}

/** Returns nothing when somebody else has changed the state meanwhile. */
async function recoverOnce(
  place: StackPlace,
  locks: readonly StackLock[],
  exported: ExportedStack,
  { report, decisions, consent }: RecoveryOptions,
): Promise<Recovery | undefined> {
  const { deployment } = exported;
  report("looking up what the interrupted run had begun");
  const begun = await beginningOfRun(place, locks, deployment);
  const clients = providerClients(deployment, place.signal);
  const looked = await lookUpOperations({ deployment, begun, clients, decisions });
  const unclear = looked.flatMap((each) => each.unclear ?? []);
  if (unclear.length > 0) {
    throw new RecoveryRefused(unclear);
  }
  await askAboutRemovals(looked, consent);
  if (!isSame(await exportStack(place), exported)) {
    return undefined;
  }
  // Before the lock goes, which alone tells when the run began: another recovery could not prove it without.
  for (const { removal } of looked) {
    await removal?.remove();
  }
  const freed = free(locks);
  const settled = looked.map((each) => each.settled);
  const found = new Map(settled.flatMap(({ urn, id }) => (id === undefined ? [] : [[urn, id] as const])));
  await importStack(place, { ...exported, deployment: settleDeployment(deployment, found) });
  return { ...freed, settled };
}

/** @throws RecoveryRefused when one of them is not wanted */
export async function askAboutRemovals(
  looked: readonly Looked[],
  consent: RecoveryOptions["consent"] = () => Promise.resolve(true),
): Promise<void> {
  for (const { settled, removal } of looked) {
    if (removal !== undefined && !(await consent(`Remove the ${settled.detail ?? settled.name}?`))) {
      throw new RecoveryRefused([removal.unwanted]);
    }
  }
}

/** Whether nobody has written meanwhile. An import leaves the time of a state as it was, so all of it is compared. */
function isSame(one: ExportedStack, other: ExportedStack): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function free(locks: readonly StackLock[]): Pick<Recovery, "freed" | "ended"> {
  const ended = locks.flatMap(({ pid }) => endLeftovers(pid));
  for (const lock of locks) {
    freeLock(lock);
  }
  return { freed: locks, ended };
}

/**
 * When the interrupted run began: its lock says it, or the history of a backend that notes what is under way. Otherwise
 * only a moment before which it cannot have begun is known: the end of the run before, or the stack's first.
 */
async function beginningOfRun(
  place: StackPlace,
  locks: readonly StackLock[],
  deployment: Deployment,
): Promise<Beginning> {
  const [first] = locks.map(({ since }) => since).sort((a, b) => a.getTime() - b.getTime());
  if (first !== undefined) {
    return { at: first, isExact: true };
  }
  const args = ["stack", "history", "--json", "--page-size", "1"];
  const [last] = JSON.parse(await pulumiOutput(place, { args })) as HistoryEntry[];
  if (last?.result === "in-progress") {
    return { at: new Date(last.startTime), isExact: true };
  }
  const root = deployment.resources?.find(({ type }) => type === "pulumi:pulumi:Stack");
  return { at: new Date(last?.endTime ?? root?.created ?? deployment.manifest.time), isExact: false };
}

/** As `pulumi stack history --json` prints it, newest first. */
interface HistoryEntry {
  readonly startTime: string;
  readonly endTime?: string;
  readonly result: string;
}
