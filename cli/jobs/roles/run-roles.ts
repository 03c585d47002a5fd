import { galleryTemplates } from "#core/entra";
import { shown } from "#core/problems";
import { type PlannedAccount, planAccount } from "../doctor/planned-account";
import type { StackSettings } from "../stack/read-stack";
import type { AccountRole } from "./account-roles";
import { awaitCycle } from "./await-cycle";
import { type JobOutcome, jobOutcome } from "./job-outcome";
import { judgeRoles, type RoleVerdict } from "./judge-roles";
import { RolesRefused } from "./roles-refused";
import type { SynchronizationGraph } from "./synchronization-graph";
import type { GraphJob, GraphServicePrincipal } from "./graph-job";

/** What {@link runRoles} may be told. */
export interface RolesOptions {
  readonly stack: Pick<StackSettings, "stack" | "config" | "outputs">;
  /** Whether a cycle is started and waited for, or the last one's outcome is looked at. */
  readonly restart: boolean;
  /** How long a cycle is waited for, in milliseconds. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

/** The clouds, opened when they are needed: the stack is judged before anybody signs in. */
export interface RolesClouds {
  readonly openGraph: (account: PlannedAccount) => Promise<SynchronizationGraph>;
  /** All roles of the account. */
  readonly accountRoles: (account: PlannedAccount) => Promise<AccountRole[]>;
  readonly pause?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly now?: () => number;
}

/** What goes on now. */
export type RolesProgress = (text: string) => void;

/** What the import made of an account's roles. */
export interface RolesResult {
  readonly stack: string;
  readonly accountId: string;
  readonly application: { readonly name: string; readonly clientId: string; readonly servicePrincipalId: string };
  readonly job: JobOutcome;
  readonly roles: readonly RoleVerdict[];
  /** Whether every role of the stack is an app role, and the job runs. */
  readonly complete: boolean;
  /** Whether a further `pulumi up` has app roles to assign. */
  readonly assignmentsToCome: boolean;
}

/**
 * Has Entra's provisioning service import an account's roles, waits for it, and says what came of each role.
 *
 * @throws RolesRefused when the stack has nothing to import, UnreadableConfig, and what the clouds refuse
 */
export async function runRoles(
  options: RolesOptions,
  clouds: RolesClouds,
  progress: RolesProgress,
): Promise<RolesResult> {
  const account = planAccount(options.stack);
  refuseDeclared(account);
  progress("looking for the enterprise application");
  const graph = await clouds.openGraph(account);
  const application = await findApplication(graph, account, options.stack.outputs);
  const found = await findJob(graph, application, account);
  const waited = options.restart ? await restart(options, clouds, graph, application, found, progress) : { job: found };
  progress("comparing the account's roles with the app roles");
  const roles = await compareRoles(graph, account, application, clouds);
  const ours = roles.filter(({ key }) => key !== undefined);
  const job = jobOutcome(waited);
  return {
    stack: account.stack,
    accountId: account.accountId,
    application,
    job,
    roles,
    complete: job.code === "Active" && job.ended !== false && ours.every(({ state }) => state === "imported"),
    assignmentsToCome: ours.some(({ state, assigned }) => state === "imported" && !assigned),
  };
}

async function compareRoles(
  graph: SynchronizationGraph,
  account: PlannedAccount,
  { servicePrincipalId }: FoundApplication,
  clouds: RolesClouds,
): Promise<RoleVerdict[]> {
  const [roles, appRoles, assignedAppRoleIds] = await Promise.all([
    clouds.accountRoles(account),
    graph.appRoles(servicePrincipalId),
    graph.assignedAppRoleIds(servicePrincipalId),
  ]);
  return judgeRoles({
    planned: account.roles,
    account: { id: account.accountId, roles },
    appRoles: appRoles.map(({ id = "", value, isEnabled }) => ({
      id,
      value: value ?? "",
      enabled: isEnabled === true,
    })),
    assignedAppRoleIds,
  });
}

function refuseDeclared({ stack, config }: PlannedAccount): void {
  if (config.roleMode === "imported") return;
  throw new RolesRefused(
    `Stack ${stack} declares its app roles itself (roleMode is "declared"), so there is nothing to import: ` +
      "each pulumi up writes them.",
  );
}

type FoundApplication = RolesResult["application"];

async function findApplication(
  graph: SynchronizationGraph,
  { applicationName, stack }: PlannedAccount,
  outputs: Readonly<Record<string, unknown>>,
): Promise<FoundApplication> {
  const clientId = outputs["clientId"];
  const by = typeof clientId === "string" ? { appId: clientId } : { displayName: applicationName };
  const [found, ...more] = await graph.findServicePrincipals(by);
  const what = typeof clientId === "string" ? `with client id ${shown(clientId)}` : `named ${shown(applicationName)}`;
  if (found === undefined) {
    throw new RolesRefused(`The tenant has no enterprise application ${what}: run pulumi up for stack ${stack} first.`);
  }
  if (more.length > 0) {
    throw new RolesRefused(
      `The tenant has ${more.length + 1} enterprise applications ${what}: run pulumi up for stack ${stack}, whose ` +
        "output clientId tells which one is meant.",
    );
  }
  return applicationOf(found);
}

function applicationOf({ id = "", appId, displayName }: GraphServicePrincipal): FoundApplication {
  return { name: displayName ?? "", clientId: appId ?? "", servicePrincipalId: id };
}

async function findJob(
  graph: SynchronizationGraph,
  { servicePrincipalId, name }: FoundApplication,
  { stack }: PlannedAccount,
): Promise<GraphJob> {
  const jobs = await graph.jobs(servicePrincipalId);
  const templateId = galleryTemplates.awsSingleAccountAccess.synchronizationTemplateId;
  const job = jobs.find((each) => each.templateId === templateId);
  if (job === undefined) {
    throw new RolesRefused(
      `Application ${shown(name)} has no provisioning job for AWS yet: run pulumi up for stack ${stack}, which makes it.`,
    );
  }
  return job;
}

async function restart(
  { timeout, signal }: RolesOptions,
  { pause, now }: RolesClouds,
  graph: SynchronizationGraph,
  { servicePrincipalId }: FoundApplication,
  before: GraphJob,
  progress: RolesProgress,
): Promise<{ job: GraphJob; ended: boolean }> {
  const jobId = before.id ?? "";
  progress("restarting the provisioning job");
  await graph.restart(servicePrincipalId, jobId);
  return awaitCycle({
    read: () => graph.job(servicePrincipalId, jobId),
    before,
    timeout,
    progress: (job, waited) => {
      progress(`waiting for Entra to import the roles, ${describeProgress(job)}${minutes(waited)}`);
    },
    ...(signal === undefined ? {} : { signal }),
    ...(pause === undefined ? {} : { pause }),
    ...(now === undefined ? {} : { now }),
  });
}

function describeProgress({ status }: GraphJob): string {
  const [{ completedUnits = 0, totalUnits = 0 } = {}] = status?.progress ?? [];
  return totalUnits > 1 ? `${completedUnits} of ${totalUnits}, ` : "";
}

function minutes(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
