import type { Graph } from "../clients/graph";
import { type GraphObject, type GraphReader, graphReader, quoted } from "../run/graph-reader";
import { type Lookup, lookUp } from "./lookup";

/** Something of the tenant that has a name. */
export interface NamedObject {
  readonly id: string;
  readonly name: string;
}

/** An application; the app id is what assignments and policies name it by. */
export interface NamedApplication extends NamedObject {
  readonly appId: string;
  readonly identifierUris: readonly string[];
}

/** Everything that a doctor asks a tenant. Reads only. */
export interface TenantReader {
  readonly tenantId: string;
  readonly caller: Graph["caller"];
  applications(name: string): Promise<Lookup<readonly NamedApplication[]>>;
  /** By the identifier URI, which is unique in a tenant. */
  applicationsOf(identifierUri: string): Promise<Lookup<readonly NamedApplication[]>>;
  groups(name: string): Promise<Lookup<readonly NamedObject[]>>;
  users(userPrincipalName: string): Promise<Lookup<readonly NamedObject[]>>;
  conditionalAccessPolicies(): Promise<Lookup<readonly NamedObject[]>>;
  claimsPolicies(): Promise<Lookup<readonly NamedObject[]>>;
  /** Names of the service plans that are in force. */
  servicePlans(): Promise<Lookup<readonly string[]>>;
  /** Object id of Graph's own service principal, which app roles of Graph are assigned at. */
  graphServicePrincipalId(): Promise<Lookup<string | undefined>>;
}

/** Asks a tenant by the genuine client. */
export function tenantReader({ client, tenantId, caller }: Graph, graphHost: string, graphAppId: string): TenantReader {
  const graph = graphReader(client, graphHost);
  const applications = (what: string, filter: string) =>
    lookUp(what, async () =>
      (await list(graph, "/applications", "id,appId,displayName,identifierUris", filter)).map(application),
    );
  return {
    tenantId,
    caller,
    applications: (name) => applications("Graph, applications", `displayName eq ${quoted(name)}`),
    applicationsOf: (uri) => applications("Graph, applications", `identifierUris/any(x:x eq ${quoted(uri)})`),
    groups: (name) =>
      lookUp("Graph, groups", async () =>
        (await list(graph, "/groups", "id,displayName", `displayName eq ${quoted(name)}`)).map(named),
      ),
    users: (name) =>
      lookUp("Graph, users", async () =>
        (await list(graph, "/users", "id,userPrincipalName", `userPrincipalName eq ${quoted(name)}`)).map((user) => ({
          id: textOf(user, "id"),
          name: textOf(user, "userPrincipalName"),
        })),
      ),
    conditionalAccessPolicies: () =>
      lookUp("Graph, Conditional Access policies", async () =>
        (await list(graph, "/identity/conditionalAccess/policies", "id,displayName")).map(named),
      ),
    claimsPolicies: () =>
      lookUp("Graph, claims mapping policies", async () =>
        (await list(graph, "/policies/claimsMappingPolicies", "id,displayName")).map(named),
      ),
    servicePlans: () =>
      lookUp("Graph, subscribed licences", async () => (await graph.list("/subscribedSkus")).flatMap(plansOf)),
    graphServicePrincipalId: () =>
      lookUp("Graph, its service principal", async () => {
        const principal = await graph.get(`/servicePrincipals(appId='${graphAppId}')`);
        return principal === undefined ? undefined : textOf(principal, "id");
      }),
  };
}

// The client puts a filter into the URL as it is; a name may hold & and #.
function list(graph: GraphReader, path: string, select: string, filter?: string): Promise<GraphObject[]> {
  const filtering = filter === undefined ? "" : `&$filter=${encodeURIComponent(filter)}`;
  return graph.list(`${path}?$select=${select}${filtering}`);
}

function named(object: GraphObject): NamedObject {
  return { id: textOf(object, "id"), name: textOf(object, "displayName") };
}

function application(object: GraphObject): NamedApplication {
  const uris = object["identifierUris"];
  const identifierUris = Array.isArray(uris) ? uris.filter((uri): uri is string => typeof uri === "string") : [];
  return { ...named(object), appId: textOf(object, "appId"), identifierUris };
}

function textOf(object: GraphObject, property: string): string {
  const value = object[property];
  return typeof value === "string" ? value : "";
}

/** Source: https://learn.microsoft.com/graph/api/resources/subscribedsku */
function plansOf(sku: GraphObject): string[] {
  if (sku["capabilityStatus"] !== "Enabled" || !Array.isArray(sku["servicePlans"])) return [];
  return (sku["servicePlans"] as GraphObject[])
    .filter((plan) => plan["provisioningStatus"] === "Success")
    .map((plan) => textOf(plan, "servicePlanName"));
}
