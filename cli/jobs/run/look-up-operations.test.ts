import { describe, expect, it } from "vitest";
import type { Deployment, StateResource } from "./deployment";
import type { GraphObject, GraphReader } from "./graph-reader";
import { type Decisions, RecoveryRefused } from "./recovery";
import { lookUpOperations } from "./look-up-operations";

const since = new Date("2026-11-24T10:00:00Z");
const urn = "urn:pulumi:s::p::azuread:index/group:Group::developers";
const young = "2026-11-24T10:00:01Z";

/** A tenant with these groups, and nobody to ask about AWS. */
function clients(groups: readonly GraphObject[]) {
  const asked: string[] = [];
  const graph: GraphReader = {
    get: () => Promise.reject(new Error("nothing is read one by one here")),
    list: (path, filter) => {
      asked.push(`${path} ${filter ?? ""}`);
      return Promise.resolve([...groups]);
    },
    deletion: (path) => ["az", "rest", "--method", "DELETE", "--url", `https://graph.microsoft.com/v1.0${path}`],
  };
  const aws = () => Promise.reject(new Error("no account is asked here"));
  return { asked, clients: { aws, graph: () => Promise.resolve(graph) } };
}

interface Given {
  readonly pending?: Partial<StateResource>;
  readonly was?: "creating" | "updating" | "deleting" | "reading";
  readonly groups?: readonly GraphObject[];
  readonly decisions?: Partial<Decisions>;
}

async function lookUp({ pending = {}, was = "creating", groups = [], decisions = {} }: Given) {
  const resource: StateResource = {
    ...{ urn, type: "azuread:index/group:Group", custom: true, inputs: { displayName: "It's a group" } },
    ...pending,
  };
  const deployment: Deployment = {
    manifest: { time: "" },
    resources: [],
    pending_operations: [{ type: was, resource }],
  };
  const { asked, clients: both } = clients(groups);
  const all = { adopt: new Map<string, string>(), notMade: new Set<string>(), ...decisions };
  return { asked, looked: await lookUpOperations({ deployment, since, clients: both, decisions: all }) };
}

describe("a pending operation", () => {
  it("is looked up by name, whatever signs it has", async () => {
    const { asked, looked } = await lookUp({ groups: [{ id: "g1", createdDateTime: young }] });
    expect(asked).toEqual(["/groups displayName eq 'It''s a group'"]);
    expect(looked.map(({ settled }) => settled)).toEqual([
      {
        urn,
        type: "azuread:index/group:Group",
        name: "developers",
        was: "creating",
        outcome: "imported",
        id: "/groups/g1",
      },
    ]);
  });

  it("that made nothing is told so", async () => {
    const { looked } = await lookUp({});
    expect(looked[0]?.settled.outcome).toBe("not-made");
  });

  it.each(["updating", "deleting"] as const)("of %s asks no cloud: the engine reads again", async (was) => {
    const { asked, looked } = await lookUp({ was });
    expect(asked).toEqual([]);
    expect(looked[0]?.settled.outcome).toBe("read-again");
  });

  it.each([
    ["a component", { custom: false, type: "entra-aws:index:AccountFederation" }],
    ["a provider", { type: "pulumi:providers:aws" }],
  ])("of %s is in no cloud", async (_case, pending) => {
    expect((await lookUp({ pending })).looked).toEqual([]);
  });

  it("is whatever a person has found out, and no cloud is asked", async () => {
    const adopted = await lookUp({ decisions: { adopt: new Map([[urn, "/groups/mine"]]) } });
    expect(adopted).toMatchObject({ asked: [], looked: [{ settled: { outcome: "imported", id: "/groups/mine" } }] });
    const not = await lookUp({ decisions: { notMade: new Set([urn]) } });
    expect(not).toMatchObject({ asked: [], looked: [{ settled: { outcome: "not-made" } }] });
  });
});

describe("the refusal of what is unclear", () => {
  const refusalOf = async (given: Given): Promise<string> => {
    const { looked } = await lookUp(given);
    return new RecoveryRefused(looked.flatMap(({ unclear }) => unclear ?? [])).message;
  };

  it("names each thing, the command that removes it, and how to go on", async () => {
    const groups = ["g1", "g2"].map((id) => ({ id, createdDateTime: young }));
    expect((await refusalOf({ groups })).split("\n")).toEqual([
      "The earlier run was interrupted, and it cannot be shown whether these are what it made. Nothing was changed.",
      '  group "It\'s a group": 2 of this name are there',
      "    if it may go, remove it:         az rest --method DELETE --url https://graph.microsoft.com/v1.0/groups/g1",
      `    if the stack is to have it:      entra-aws run --adopt ${urn}=/groups/g1`,
      "    if it may go, remove it:         az rest --method DELETE --url https://graph.microsoft.com/v1.0/groups/g2",
      `    if the stack is to have it:      entra-aws run --adopt ${urn}=/groups/g2`,
      `    if it was made by somebody else: entra-aws run --not-made ${urn}`,
      "Then run the same command again, with what is given above.",
    ]);
  });

  it("asks about a type that it cannot look up", async () => {
    const text = await refusalOf({ pending: { type: "random:index/randomId:RandomId" } });
    expect(text).toContain('random:index/randomId:RandomId "developers": how this type is looked up is not known here');
    expect(text).toContain(`entra-aws run --adopt ${urn}=ID`);
  });

  it("shows what a terminal would obey", async () => {
    const pending = { inputs: { displayName: "a\u001b[2J" } };
    const text = await refusalOf({ pending, groups: [{ id: "g", createdDateTime: "2020-01-01T00:00:00Z" }] });
    expect(text).not.toContain("\u001b");
    expect(text).toContain("before the interrupted run began");
  });
});
