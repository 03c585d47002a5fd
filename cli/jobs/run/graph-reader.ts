import type { Client } from "@microsoft/microsoft-graph-client";

/** An object as Graph tells of it. */
export type GraphObject = Readonly<Record<string, unknown>>;

/** Reads of one tenant. */
export interface GraphReader {
  /** One object, or undefined where there is none. */
  get(path: string): Promise<GraphObject | undefined>;
  /** All objects of a collection, of every page. None where what has the collection does not exist. */
  list(path: string, filter?: string): Promise<GraphObject[]>;
  /** `az rest --method DELETE` of an object. */
  deletion(path: string): string[];
}

/** @param host of Graph in the tenant's cloud, for commands that people run */
export function graphReader(client: Client, host: string): GraphReader {
  return {
    get: (path) => found(client.api(path).get() as Promise<GraphObject>),
    list: async (path, filter) => {
      // The client puts a filter into the address as it is: a name with & would end it, one with # the address.
      const request = filter === undefined ? client.api(path) : client.api(path).filter(encodeURIComponent(filter));
      const objects: GraphObject[] = [];
      let page = await found(request.get() as Promise<Page>);
      while (page !== undefined) {
        objects.push(...page.value);
        const next = page["@odata.nextLink"];
        page = next === undefined ? undefined : await found(client.api(next).get() as Promise<Page>);
      }
      return objects;
    },
    deletion: (path) => ["az", "rest", "--method", "DELETE", "--url", `https://${host}/v1.0${path}`],
  };
}

interface Page {
  readonly value: readonly GraphObject[];
  readonly "@odata.nextLink"?: string;
}

async function found<Answer>(request: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await request;
  } catch (error) {
    if (typeof error === "object" && error !== null && "statusCode" in error && error.statusCode === 404) {
      return undefined;
    }
    throw error;
  }
}

/** A text in an OData filter. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
