import { type EntraCloudName, entraClouds } from "#core/entra";
import { openAws } from "../clients/aws";
import { openGraph } from "../clients/graph";
import type { AwsAccount } from "./aws-finders";
import type { Deployment, StateResource } from "./deployment";
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
  const settingsOf = (resource: StateResource): Settings => providerSettings(deployment, resource);
  return {
    aws: openedOnce(settingsOf, (settings) => awsAccount(settings, signal)),
    graph: openedOnce(settingsOf, (settings) => tenant(settings, signal)),
  };
}

/** A provider's inputs, decoded; a secret one is absent. */
type Settings = Readonly<Record<string, unknown>>;

function providerSettings(deployment: Deployment, { provider }: StateResource): Settings {
  const found = deployment.resources?.find(({ urn, id }) => `${urn}::${id ?? ""}` === provider);
  const inputs = Object.entries(found?.inputs ?? {});
  // Everything but a text travels as JSON in a provider's inputs.
  return Object.fromEntries(
    inputs.flatMap(([key, value]) => (typeof value === "string" ? [[key, decoded(value)]] : [])),
  );
}

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
  settingsOf: (resource: StateResource) => Settings,
  open: (settings: Settings) => Promise<Client>,
): (resource: StateResource) => Promise<Client> {
  const opened = new Map<string, Promise<Client>>();
  return (resource) => {
    const provider = resource.provider ?? "";
    const client = opened.get(provider) ?? open(settingsOf(resource));
    opened.set(provider, client);
    return client;
  };
}

async function awsAccount(settings: Settings, signal: AbortSignal | undefined): Promise<AwsAccount> {
  const { region, profile, accessKey, secretKey, assumeRoles } = settings;
  const { iam, caller } = await openAws({
    region: text(region) ?? "us-east-1",
    ...optional("profile", text(profile)),
    ...optional("accessKey", text(accessKey)),
    ...optional("secretKey", text(secretKey)),
    ...optional("assumeRoles", Array.isArray(assumeRoles) ? (assumeRoles as { roleArn: string }[]) : undefined),
    ...optional("signal", signal),
  });
  return { iam, accountId: caller.accountId, partition: caller.arn.split(":")[1] ?? "aws" };
}

async function tenant(settings: Settings, signal: AbortSignal | undefined): Promise<GraphReader> {
  const cloud = cloudOf(text(settings["environment"]));
  const tenantId = text(settings["tenantId"]);
  const { client } = await openGraph({ cloud, ...optional("tenantId", tenantId), ...optional("signal", signal) });
  return graphReader(client, entraClouds[cloud].graphHost);
}

function cloudOf(environment: string | undefined): EntraCloudName {
  const named = Object.values(entraClouds).find(({ azureadEnvironments }) =>
    azureadEnvironments.includes(environment?.toLowerCase() ?? ""),
  );
  return named?.name ?? "public";
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [Name in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [Name in Key]?: Value };
}
