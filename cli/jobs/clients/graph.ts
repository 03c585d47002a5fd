import { AggregateAuthenticationError, CredentialUnavailableError, DefaultAzureCredential } from "@azure/identity";
import { Client } from "@microsoft/microsoft-graph-client";
import { type EntraCloud, type EntraCloudName, entraClouds } from "#core/entra";
import { callerOfToken, type GraphCaller } from "./graph-caller";
import { NotSignedIn } from "./not-signed-in";

/** Microsoft Graph, for whoever the environment signs in. */
export interface Graph {
  /** The genuine client, at its version 1.0 unless a request says otherwise. */
  readonly client: Client;
  readonly tenantId: string;
  readonly caller: GraphCaller;
}

/** What {@link openGraph} may be told. */
export interface GraphOptions {
  /** @default `AZURE_TENANT_ID`, or the tenant of whoever is signed in */
  readonly tenantId?: string;
  /** @default the public cloud */
  readonly cloud?: EntraCloudName;
  readonly signal?: AbortSignal;
}

/**
 * Signs in to Microsoft Graph by the standard environment (`AZURE_*`, else whatever `DefaultAzureCredential` finds, such
 * as `az login`). `ENTRA_AWS_GRAPH_ENDPOINT` is the origin of another Graph than the cloud's, `AZURE_AUTHORITY_HOST` of
 * another login.
 *
 * @throws {@link NotSignedIn} when there are no credentials, or they are refused; another error when the login cannot
 * be asked
 */
export async function openGraph(options: GraphOptions = {}): Promise<Graph> {
  const cloud = entraClouds[options.cloud ?? "public"];
  const origin = graphOrigin(cloud);
  const credential = openCredential(options, cloud);
  const token = async (): Promise<string> => {
    // The credential itself looks at the signal only now and then.
    options.signal?.throwIfAborted();
    try {
      const found = await credential.getToken(`${origin}/.default`, { abortSignal: options.signal });
      return found.token;
    } catch (error) {
      options.signal?.throwIfAborted();
      const unanswered = withoutAnswer.exec(messageOf(error))?.[0];
      if (unanswered !== undefined) throw new Error(noLogin(authorityHost(cloud), unanswered), { cause: error });
      throw new NotSignedIn(howToSignIn(error), { cause: error });
    }
  };
  const { tenantId, ...caller } = callerOfToken(await token());
  const client = Client.initWithMiddleware({
    authProvider: { getAccessToken: token },
    baseUrl: origin,
    customHosts: new Set([new URL(origin).hostname]),
    ...(options.signal && { fetchOptions: { signal: options.signal } }),
  });
  return { client, tenantId, caller };
}

function graphOrigin(cloud: EntraCloud): string {
  const given = process.env["ENTRA_AWS_GRAPH_ENDPOINT"];
  if (given === undefined || given === "") return `https://${cloud.graphHost}`;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  // Everything that a token opens would otherwise go over the wire in clear.
  if (url?.protocol !== "https:") {
    throw new TypeError(
      `ENTRA_AWS_GRAPH_ENDPOINT is "${printable(given)}"; expected the origin of a Microsoft Graph, such as https://graph.microsoft.com`,
    );
  }
  return url.origin;
}

function openCredential({ tenantId }: GraphOptions, cloud: EntraCloud): DefaultAzureCredential {
  const authority = authorityHost(cloud);
  const knownHosts = Object.values(entraClouds).map(({ loginHost }) => loginHost);
  const isKnown = URL.canParse(authority) && knownHosts.includes(new URL(authority).hostname);
  return new DefaultAzureCredential({
    authorityHost: authority,
    ...(tenantId !== undefined && { tenantId }),
    // Microsoft's public login would be asked whether it knows the host, and it cannot know a private one.
    disableInstanceDiscovery: !isKnown,
  });
}

function authorityHost(cloud: EntraCloud): string {
  const given = process.env["AZURE_AUTHORITY_HOST"];
  return given === undefined || given === "" ? `https://${cloud.loginHost}` : given;
}

/** MSAL's codes where the login gave no answer, or none that it understands. Source: @azure/msal-common, ClientAuthErrorCodes. */
const withoutAnswer = /\b(?:endpoints_resolution_error|openid_config_error|network_error|no_network_connectivity)\b/;

function noLogin(host: string, code: string): string {
  return [
    `Microsoft Entra ID gave no usable answer at ${printable(host)} (${code}).`,
    "See whether it can be reached from here (network, proxy, AZURE_AUTHORITY_HOST), whether AZURE_TENANT_ID is a tenant",
    "of it, and, where its certificate is of a private authority, that NODE_EXTRA_CA_CERTS names that one.",
  ].join("\n");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What Entra said, without the ids that only its support can use, and what to do about it. */
function howToSignIn(error: unknown): string {
  const text = messageOf(error);
  const refusal = /AADSTS\d+:.*?(?=\s*(?:Trace ID|Correlation ID|$))/m.exec(text)?.[0];
  const isMissing = error instanceof AggregateAuthenticationError || error instanceof CredentialUnavailableError;
  const said = refusal ?? (isMissing ? "no credentials were found." : (text.split("\n")[0] ?? ""));
  return [
    `Not signed in to Microsoft Entra ID: ${printable(said)}`,
    "Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, or run `az login`.",
  ].join("\n");
}

function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, " ").trim();
}
