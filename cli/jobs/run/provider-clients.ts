import { parseArn, partitions } from "#core/aws";
import { entraCloudOfEnvironment, type EntraCloudName, entraClouds } from "#core/entra";
import { shown } from "#core/problems";
import { type Aws, openAws } from "../clients/aws";
import { openGraph } from "../clients/graph";
import { NotSignedIn } from "../clients/not-signed-in";
import type { AwsAccount } from "./aws-finders";
import { type Deployment, type StateResource, nameOf } from "./deployment";
import { type GraphReader, graphReader } from "./graph-reader";

/** Genuine clients for what a stack's providers deploy to, each opened when it is first needed. */
export interface ProviderClients {
  /** @throws NotSignedIn */
  aws(resource: StateResource): Promise<AwsAccount>;
  /** @throws NotSignedIn */
  graph(resource: StateResource): Promise<GraphReader>;
}

/** Clients that sign in as the providers do that the state names, with the caller's credentials. */
export function providerClients(deployment: Deployment, signal?: AbortSignal): ProviderClients {
  return {
    aws: openedOnce(async (resource) => {
      const { iam, caller } = await signedIn(providerSettings(deployment, resource), signal);
      refuseAnotherAccount(deployment, resource, caller);
      return { iam, accountId: caller.accountId, partition: caller.arn.split(":")[1] ?? "aws" };
    }),
    graph: openedOnce((resource) => tenant(providerSettings(deployment, resource), signal)),
  };
}

/**
 * Names are unique in an account only: in another one, a thing of the same name would be taken for the stack's.
 *
 * @throws NotSignedIn where what this provider has made is in other accounts only
 */
function refuseAnotherAccount(deployment: Deployment, { provider }: StateResource, caller: Aws["caller"]): void {
  const own = (deployment.resources ?? []).filter((each) => each.provider === provider);
  const accounts = new Set(
    own
      .flatMap(({ outputs }) => parseArn(text(outputs?.["arn"]) ?? "")?.accountId ?? [])
      .filter((id) => /^\d+$/.test(id)),
  );
  if (accounts.size > 0 && !accounts.has(caller.accountId)) {
    throw new NotSignedIn(
      `Signed in to AWS account ${caller.accountId} as ${caller.arn}, but what the stack has is in ` +
        `${[...accounts].join(", ")}. Nothing was changed. Sign in there, by AWS_PROFILE or AWS_ACCESS_KEY_ID: keys that ` +
        "are secrets of the stack cannot be read here.",
    );
  }
}

/** A provider's inputs, decoded; a secret one is absent, and the caller's own credentials are used. */
type Settings = Readonly<Record<string, unknown>>;

/** Without these, clients would ask another account or tenant than the provider's. */
const decisive: ReadonlySet<string> = new Set(["assumeRoles", "environment", "profile", "tenantId"]);

function providerSettings(deployment: Deployment, { provider }: StateResource): Settings {
  const found = deployment.resources?.find(({ urn, id }) => `${urn}::${id ?? ""}` === provider);
  const inputs = Object.entries(found?.inputs ?? {});
  const hidden = inputs.find(([key, value]) => decisive.has(key) && isSecret(value));
  if (found !== undefined && hidden !== undefined) {
    throw new Error(
      `The setting ${hidden[0]} of the provider ${shown(nameOf(found.urn))} is a secret, so the clouds cannot be asked what ` +
        "the interrupted run made. Nothing was changed. Look yourself, and say it by --adopt or --not-made.",
    );
  }
  return Object.fromEntries(
    inputs.flatMap(([key, value]) =>
      isSecret(value) ? [] : [[key, typeof value === "string" ? decoded(value) : value]],
    ),
  );
}

/** As apitype.SecretV1 in pulumi's sdk/go/common/apitype/core.go is written. */
function isSecret(value: unknown): boolean {
  return typeof value === "object" && value !== null && "4dabf18193072939515e22adb298388d" in value;
}

/** Everything but a text travels as JSON in a provider's inputs. */
function decoded(value: string): unknown {
  if (!/^[[{]/.test(value)) {
    return value;
  }
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function openedOnce<Client>(
  open: (resource: StateResource) => Promise<Client>,
): (resource: StateResource) => Promise<Client> {
  const opened = new Map<string, Promise<Client>>();
  return (resource) => {
    const provider = resource.provider ?? "";
    const client = opened.get(provider) ?? open(resource);
    opened.set(provider, client);
    return client;
  };
}

async function signedIn(settings: Settings, signal: AbortSignal | undefined): Promise<Aws> {
  const { profile, assumeRoles } = settings;
  const [accessKey, secretKey] = [text(settings["accessKey"]), text(settings["secretKey"])];
  return openAws({
    region: regionOf(settings),
    ...optional("profile", text(profile)),
    ...(accessKey !== undefined && secretKey !== undefined && { accessKey, secretKey }),
    ...optional("assumeRoles", Array.isArray(assumeRoles) ? (assumeRoles as { roleArn: string }[]) : undefined),
    ...optional("signal", signal),
  });
}

async function tenant(settings: Settings, signal: AbortSignal | undefined): Promise<GraphReader> {
  const cloud = cloudOf(text(settings["environment"]));
  const tenantId = text(settings["tenantId"]);
  const { client } = await openGraph({ cloud, ...optional("tenantId", tenantId), ...optional("signal", signal) });
  return graphReader(client, entraClouds[cloud].graphHost);
}

/** @throws TypeError for a cloud that is not known here: a login to another would be asked about the tenant. */
function cloudOf(environment = "public"): EntraCloudName {
  const cloud = entraCloudOfEnvironment(environment);
  if (cloud !== undefined) return cloud;
  const known = Object.values(entraClouds).flatMap(({ azureadEnvironments }) => azureadEnvironments);
  throw new TypeError(`azuread:environment is ${shown(environment)}; expected one of ${known.join(", ")}`);
}

/** The region that a provider without one deploys to: that of the environment, else IAM's own of the roles' partition. */
function regionOf({ region, assumeRoles }: Settings): string {
  const [role] = Array.isArray(assumeRoles) ? (assumeRoles as { roleArn?: string }[]) : [];
  const { globalRegion } = partitions[parseArn(role?.roleArn ?? "")?.partition ?? "aws"];
  return text(region) ?? text(process.env["AWS_REGION"]) ?? globalRegion;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [Name in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [Name in Key]?: Value };
}
