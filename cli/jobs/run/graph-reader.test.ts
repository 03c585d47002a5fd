import { Client } from "@microsoft/microsoft-graph-client";
import { describe, expect, it } from "vitest";
import { graphReader, quoted } from "./graph-reader";

/** A genuine client, and the addresses that it asks. */
function reader(...answers: readonly { readonly status?: number; readonly body: unknown }[]) {
  const asked: URL[] = [];
  const left = [...answers];
  const client = Client.initWithMiddleware({
    baseUrl: "https://graph.microsoft.com",
    middleware: {
      execute: (context) => {
        asked.push(new URL(context.request as string));
        const { status = 200, body } = left.shift() ?? { body: { value: [] } };
        context.response = new Response(JSON.stringify(body), {
          status,
          headers: { "content-type": "application/json" },
        });
        return Promise.resolve();
      },
    },
  });
  return { asked, graph: graphReader(client, "graph.microsoft.com") };
}

describe("a list of Graph", () => {
  it.each(["R&D", "#1", "100%25", "a+b", "It's", "a?b=c", "Grüße €", "x' or displayName ne '"])(
    "is filtered by %s, whatever an address would make of it",
    async (name) => {
      const { asked, graph } = reader();
      await graph.list("/groups?$select=id", `displayName eq ${quoted(name)}`);
      expect(asked.map(({ pathname, hash }) => pathname + hash)).toEqual(["/v1.0/groups"]);
      expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
        $select: "id",
        $filter: `displayName eq '${name.replaceAll("'", "''")}'`,
      });
    },
  );

  it("has the objects of every page", async () => {
    const next = "https://graph.microsoft.com/v1.0/groups?$filter=displayName%20eq%20%27R%26D%27&$skiptoken=a%3D";
    const { asked, graph } = reader(
      { body: { value: [{ id: "1" }], "@odata.nextLink": next } },
      { body: { value: [{ id: "2" }] } },
    );
    expect(await graph.list("/groups", "displayName eq 'R&D'")).toEqual([{ id: "1" }, { id: "2" }]);
    expect(asked[1]?.href).toBe(new URL(next).href);
  });

  it("of something that is not there is empty", async () => {
    const body = { error: { code: "Request_ResourceNotFound", message: "…" } };
    const { graph } = reader({ status: 404, body }, { status: 404, body });
    expect(await graph.list("/groups/gone/members")).toEqual([]);
    expect(await graph.get("/groups/gone")).toBeUndefined();
  });

  it("that is refused is no answer", async () => {
    const { graph } = reader({ status: 403, body: { error: { code: "Authorization_RequestDenied", message: "no" } } });
    await expect(graph.list("/groups")).rejects.toThrow("no");
  });
});
