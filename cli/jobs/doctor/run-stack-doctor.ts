import { entraClouds, graphAppId } from "#core/entra";
import { openGraph } from "../clients/graph";
import { accountReader, type AccountReader } from "./account-reader";
import { deployerPolicies } from "./deployer-policies";
import { examineEngine } from "./examine-engine";
import { examineGraphPermissions } from "./examine-graph-permissions";
import { examineIamPermissions } from "./examine-iam-permissions";
import { examineIdentity } from "./examine-identity";
import { examineLicence } from "./examine-licence";
import { examineLimits } from "./examine-limits";
import { examineNames } from "./examine-names";
import { examinePlugins } from "./examine-plugins";
import { examinePreview } from "./examine-preview";
import { type Examination, examinationGroups } from "./examination";
import { installedPackages } from "./installed-packages";
import { installedPlugins } from "./installed-plugins";
import type { PlannedAccount } from "./planned-account";
import { readPlan, type StackToRead } from "./read-plan";
import { openStackAws } from "./stack-aws";
import { type Ownership, stackOwnership } from "./stack-ownership";
import { type TenantReader, tenantReader } from "./tenant-reader";

export interface StackDoctorResult {
  readonly stack: string;
  readonly examinations: readonly Examination[];
  /** Whether every examination is well, or a mere warning. */
  readonly isReady: boolean;
}

/**
 * Examines whether a stack can run here; asks both clouds and the engine, and changes nothing.
 *
 * @throws UnreadableConfig, EngineRefused, NotSignedIn, AwsRefusal
 */
export async function runStackDoctor(
  options: StackToRead,
  progress: (text: string) => void,
): Promise<StackDoctorResult> {
  const { settings, plan } = await readPlan(options, progress);
  progress("signing in");
  const signal = options.signal === undefined ? {} : { signal: options.signal };
  const graph = await openGraph({
    cloud: plan.entraCloud,
    ...(plan.tenantId === undefined ? {} : { tenantId: plan.tenantId }),
    ...signal,
  });
  const aws = await openStackAws(settings.config, plan.partition, options.signal);
  const { engine, folder, stack } = settings;
  const configFile = options.configFile === undefined ? {} : { configFile: options.configFile };
  const place = { engine, folder, stack, ...configFile, ...signal };
  const examinations = await examine(
    {
      plan,
      account: accountReader(aws),
      tenant: tenantReader(graph, entraClouds[plan.entraCloud].graphHost, graphAppId),
      owned: () => stackOwnership(place),
      preview: () => examinePreview(place),
    },
    progress,
  );
  const packages = installedPackages(folder);
  const plugins = packages.flatMap(({ plugin, version }) =>
    plugin === undefined || version === undefined ? [] : [{ name: plugin, version }],
  );
  const installed = plugins.length === 0 ? [] : await installedPlugins(place);
  const all = [
    ...examineEngine(engine, packages),
    ...examinePlugins(plugins, { installed, env: process.env }),
    ...examinations,
  ];
  return {
    stack,
    examinations: examinationGroups.flatMap((group) => all.filter((one) => one.group === group)),
    isReady: all.every(({ outcome }) => outcome === "ok" || outcome === "warning"),
  };
}

/** Both clouds and the engine, as far as a doctor asks them. */
interface Surroundings {
  readonly plan: PlannedAccount;
  readonly account: AccountReader;
  readonly tenant: TenantReader;
  readonly owned: () => Promise<Ownership>;
  readonly preview: () => Promise<Examination>;
}

/** In another account or tenant than the stack's, nothing else is worth asking. */
async function examine(
  { plan, account, tenant, owned, preview }: Surroundings,
  progress: (text: string) => void,
): Promise<Examination[]> {
  const identity = examineIdentity(plan, account, tenant);
  if (identity.some(({ outcome }) => outcome !== "ok")) return identity;
  progress("planning the stack");
  const planned = await preview();
  progress("asking for permissions");
  const permissions = [
    ...(await examineGraphPermissions(plan, tenant)),
    ...(await examineIamPermissions(deployerPolicies(plan), account)),
  ];
  progress("looking up names and limits");
  const ownership = await owned();
  return [
    planned,
    ...identity,
    ...permissions,
    ...(await examineLicence(plan, tenant)),
    ...(await examineNames(plan, account, tenant, ownership)),
    ...(await examineLimits(plan, account, tenant, ownership)),
  ];
}
