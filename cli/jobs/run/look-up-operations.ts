import { shown, withoutControls } from "#core/problems";
import { type Deployment, type PendingOperation, type StateResource, nameOf } from "./deployment";
import { type Candidate, InputNotNoted, textOf } from "./finder";
import { type Lookup, lookupOf } from "./lookup";
import { type Beginning, type Verdict, judgeCandidates } from "./judge-candidates";
import type { ProviderClients } from "./provider-clients";
import type { Decisions, SettledOperation, Unclear } from "./recovery";

/** What the clouds know of one pending operation. */
export interface Looked {
  readonly settled: SettledOperation;
  readonly unclear?: Unclear;
  readonly removal?: Removal;
}

/** Something that is to go from a cloud, once nothing is unclear. */
export interface Removal {
  /** What there is to decide for somebody who does not want it. */
  readonly unwanted: Unclear;
  readonly remove: () => Promise<void>;
}

/** What a lookup works with. */
export interface InterruptedRun {
  readonly deployment: Deployment;
  readonly begun: Beginning;
  readonly clients: ProviderClients;
  readonly decisions: Decisions;
}

/** Finds out what became of everything that an interrupted run had begun. Reads only. */
export async function lookUpOperations(run: InterruptedRun): Promise<readonly Looked[]> {
  const looked: Looked[] = [];
  for (const operation of eachOnce(run.deployment.pending_operations ?? [])) {
    looked.push(...(await lookUp(operation, run)));
  }
  return looked;
}

/** The engine keeps a pending create through later runs, which may be interrupted at the same one again. */
function eachOnce(operations: readonly PendingOperation[]): PendingOperation[] {
  return [...new Map(operations.map((each) => [`${each.type} ${each.resource.urn}`, each])).values()];
}

/** Secrets that are written, never read: another write ends in the same state. */
const writtenAgain: ReadonlySet<string> = new Set(["azuread:index/synchronizationSecret:SynchronizationSecret"]);

async function lookUp(operation: PendingOperation, run: InterruptedRun): Promise<Looked[]> {
  const { resource, type: was } = operation;
  const { urn, type } = resource;
  const about = { urn, type, name: nameOf(urn), was };
  if (was === "updating" || was === "deleting") {
    return [{ settled: { ...about, outcome: "read-again" } }];
  }
  // Components and providers are in no cloud, and what was read or imported is read or imported again.
  if (was !== "creating" || !resource.custom || type.startsWith("pulumi:")) {
    return [];
  }
  if (run.decisions.notMade.has(urn)) {
    return [{ settled: { ...about, outcome: "not-made" } }];
  }
  if (writtenAgain.has(type)) {
    return [{ settled: { ...about, outcome: "not-made", detail: "a secret, which is written again" } }];
  }
  const lookup = lookupOf(resource, run.clients);
  const remove = lookup?.remove;
  const unclear = (reason: string, candidates: readonly Candidate[]): Unclear => ({
    what: lookup?.what ?? `${type} ${shown(nameOf(urn))}`,
    ...{ urn, reason, candidates },
    isAdoptable: remove === undefined,
  });
  const adopted = run.decisions.adopt.get(urn);
  if (adopted !== undefined && remove === undefined) {
    return [{ settled: { ...about, outcome: "imported", id: adopted } }];
  }
  const verdict = adopted === undefined ? await verdictOn(lookup, resource, run) : secretIsLost;
  if (verdict.kind === "unclear") {
    return [{ settled: { ...about, outcome: "not-made" }, unclear: unclear(verdict.reason, verdict.candidates) }];
  }
  if (verdict.kind === "absent") {
    return [{ settled: { ...about, outcome: "not-made" } }];
  }
  const { candidate } = verdict;
  if (remove === undefined) {
    return [{ settled: { ...about, outcome: "imported", id: candidate.id } }];
  }
  const unwanted = unclear("the stack cannot go on with it, and it is not to be removed", [candidate]);
  const settled: SettledOperation = { ...about, outcome: "removed", detail: removedText(unwanted.what, candidate) };
  return [{ settled, removal: { unwanted, remove: () => remove(candidate.id) } }];
}

const secretIsLost: Verdict = {
  kind: "unclear",
  reason: "it cannot be adopted, for its secret was told once, and nobody has it",
  candidates: [],
};

async function verdictOn(
  lookup: Lookup | undefined,
  { type, inputs = {} }: StateResource,
  { deployment, begun }: InterruptedRun,
): Promise<Verdict> {
  if (lookup === undefined) {
    return { kind: "unclear", reason: "how this type is looked up is not known here", candidates: [] };
  }
  try {
    const candidates = await lookup.find();
    const verdict = judgeCandidates(lookup.finder, candidates, { begun, known: idsOf(deployment, type) });
    const { partOf } = lookup.finder;
    const isPart = partOf === undefined || idsOf(deployment, partOf.type).has(textOf(inputs, partOf.input));
    return verdict.kind !== "found" || isPart
      ? verdict
      : { kind: "unclear", reason: "it is a part of what is not the stack's own", candidates: [verdict.candidate] };
  } catch (error) {
    if (error instanceof InputNotNoted) {
      return { kind: "unclear", reason: `it cannot be looked up: its ${error.message}`, candidates: [] };
    }
    throw error;
  }
}

/** The ids of a type that the stack has. */
function idsOf(deployment: Deployment, type: string): Set<string> {
  const same = (deployment.resources ?? []).filter((resource) => resource.type === type);
  return new Set(same.flatMap(({ id }) => (id === undefined ? [] : [id])));
}

function removedText(what: string, { id }: Candidate): string {
  return `${what}, ${withoutControls(id)}, whose secret was lost`;
}
