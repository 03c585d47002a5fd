import type { TenantCloud } from "../provider/cloud";
import type { GraphOperation } from "../state/authorization";

/** An object as Graph writes it: JSON, `@odata.type` included where Graph tells it. */
export type Entity = Readonly<Record<string, unknown>>;

/** A request as a route sees it, once the caller is known and may do it. */
export interface GraphCall {
  readonly cloud: TenantCloud;
  /** What stands in the place of each `{name}` of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Of POST, PATCH and PUT; empty without one. */
  readonly body: Readonly<Record<string, unknown>>;
  /** `https://localhost:<port>/v1.0`, or `/beta`. */
  readonly root: string;
}

/** What is told of an object where nothing is selected. @default everything */
export type ByDefault = (entity: Entity) => Entity;

/** What a route answers: the face gives it a status, a context and the query's options. */
export type GraphAnswer =
  | { readonly entity: Entity; readonly status?: 200 | 201; readonly byDefault?: ByDefault }
  /** All of them: `$filter`, `$select`, `$top` and `$count` are applied by the face. */
  | { readonly collection: readonly Entity[]; readonly byDefault?: ByDefault }
  /** 204. */
  | "no content";

/**
 * One row of the Graph face. A further route is one further row in the list of its noun.
 * It has the same answer below `/v1.0` and `/beta`: the tenant is one.
 */
export interface GraphRoute {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Such as `/servicePrincipals/{id}` or `/servicePrincipals(appId='{appId}')`; `{name}` takes one segment. */
  readonly path: string;
  /** The row of the authorisation table that says which permissions admit it. */
  readonly operation: GraphOperation;
  readonly answer: (call: GraphCall) => GraphAnswer | Promise<GraphAnswer>;
}
