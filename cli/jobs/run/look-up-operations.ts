import { shown } from "#core/problems";
import { awsFinders } from "./aws-finders";
import { type Deployment, type PendingOperation, type StateResource, nameOf } from "./deployment";
import { entraFinders } from "./entra-finders";
import type { Candidate, Finder } from "./finder";
import { type Circumstances, type Verdict, judgeCandidates } from "./judge-candidates";
import {
  type LostAccessKey,
  accessKeyType,
  deleteAccessKey,
  describeAccessKey,
  findLostAccessKeys,
  writtenAgain,
} from "./lost-secrets";
import type { ProviderClients } from "./provider-clients";
import type { Decisions, SettledOperation, Unclear } from "./recovery";

/** What the clouds know of one pending operation. */
interface Looked {
  readonly settled: SettledOperation;
  readonly unclear?: Unclear;
  /** What has to be done in a cloud, once nothing is unclear. */
  readonly finish?: () => Promise<void>;
}

/** What a lookup works with. */
export interface InterruptedRun {
  readonly deployment: Deployment;
  /** When it began. */
  readonly since: Date;
  readonly clients: ProviderClients;
  readonly decisions: Decisions;
}

/** Finds out what became of everything that an interrupted run had begun. Reads only. */
export async function lookUpOperations(run: InterruptedRun): Promise<readonly Looked[]> {
  const looked: Looked[] = [];
  for (const operation of run.deployment.pending_operations ?? []) {
    looked.push(...(await lookUp(operation, run)));
  }
  return looked;
}

async function lookUp(operation: PendingOperation, run: InterruptedRun): Promise<Looked[]> {
  const { deployment, since, clients, decisions } = run;
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
  const adopted = decisions.adopt.get(urn);
  if (adopted !== undefined) {
    return [{ settled: { ...about, outcome: "imported", id: adopted } }];
  }
  if (decisions.notMade.has(urn)) {
    return [{ settled: { ...about, outcome: "not-made" } }];
  }
  if (writtenAgain.has(type)) {
    return [{ settled: { ...about, outcome: "not-made", detail: "a secret, which is written again" } }];
  }
  const circumstances = { since, known: knownIds(deployment, type) };
  if (type === accessKeyType) {
    const account = await clients.aws(resource);
    const lost = await findLostAccessKeys(account, resource, deployment, circumstances);
    return lost.length === 0
      ? [{ settled: { ...about, outcome: "not-made" } }]
      : lost.map((key) => lostKey(about, key, () => deleteAccessKey(account, key)));
  }
  const { what, verdict } = await findCreated(resource, clients, circumstances);
  const unclear = verdict.kind === "unclear" ? { what, urn, ...verdict } : undefined;
  const outcome = verdict.kind === "found" ? "imported" : "not-made";
  return [{ settled: { ...about, outcome, ...("id" in verdict ? { id: verdict.id } : {}) }, unclear }];
}

function lostKey(
  about: Pick<SettledOperation, "urn" | "type" | "name" | "was">,
  key: LostAccessKey,
  finish: () => Promise<void>,
): Looked {
  return { settled: { ...about, outcome: "removed", detail: describeAccessKey(key) }, finish };
}

function knownIds(deployment: Deployment, type: string): Set<string> {
  const same = (deployment.resources ?? []).filter((resource) => resource.type === type);
  return new Set(same.flatMap(({ id }) => (id === undefined ? [] : [id])));
}

/** Looks for what a pending create may have made. */
async function findCreated(
  resource: StateResource,
  clients: ProviderClients,
  circumstances: Circumstances,
): Promise<{ readonly what: string; readonly verdict: Verdict }> {
  const { type, inputs = {} } = resource;
  const judged = async <Client>(finder: Finder<Client>, client: Promise<Client>) => {
    const candidates: readonly Candidate[] = await finder.find(await client, inputs);
    return { what: finder.describe(inputs), verdict: judgeCandidates(finder, candidates, circumstances) };
  };
  const [ofAws, ofEntra] = [awsFinders.get(type), entraFinders.get(type)];
  if (ofAws !== undefined) {
    return judged(ofAws, clients.aws(resource));
  }
  if (ofEntra !== undefined) {
    return judged(ofEntra, clients.graph(resource));
  }
  const reason = "how this type is looked up is not known here";
  return { what: `${type} ${shown(nameOf(resource.urn))}`, verdict: { kind: "unclear", reason, candidates: [] } };
}
