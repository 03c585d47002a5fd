import { DeleteAccessKeyCommand, IAMClient, ListAccessKeysCommand, NoSuchEntityException } from "@aws-sdk/client-iam";
import { describe, expect, it } from "vitest";
import type { Deployment, StateResource } from "./deployment";
import type { GraphObject, GraphReader } from "./graph-reader";
import { type Decisions, RecoveryRefused } from "./recovery";
import { lookUpOperations } from "./look-up-operations";
import { askAboutRemovals } from "./recover-stack";

const begun = { at: new Date("2026-11-24T10:00:00Z"), isExact: true };
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
  return { asked, looked: await lookUpOperations({ deployment, begun, clients: both, decisions: all }) };
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

  it("is looked up once when two runs were interrupted at it", async () => {
    const resource = { urn, type: "azuread:index/group:Group", custom: true, inputs: { displayName: "Developers" } };
    const operations = ["creating", "creating", "updating"].map((type) => ({ type, resource }) as const);
    const deployment = { manifest: { time: "" }, pending_operations: operations } as Deployment;
    const { asked, clients: both } = clients([]);
    const decisions = { adopt: new Map(), notMade: new Set<string>() };
    const looked = await lookUpOperations({ deployment, begun, clients: both, decisions });
    expect(asked).toHaveLength(1);
    expect(looked.map(({ settled }) => settled.outcome)).toEqual(["not-made", "read-again"]);
  });

  it.each([
    ["a secret", { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:…" }],
    ["absent", undefined],
  ])("whose name is %s is not taken for one that nobody made", async (_case, displayName) => {
    const { asked, looked } = await lookUp({ pending: { inputs: { displayName } } });
    expect(looked[0]?.unclear?.reason).toBe("it cannot be looked up: its displayName is a secret, or not there");
    expect(asked).toEqual([]);
  });
});

describe("a pending access key", () => {
  const keyUrn = "urn:pulumi:s::p::aws:iam/accessKey:AccessKey::key";
  const user: StateResource = { urn: "u", type: "aws:iam/user:User", custom: true, id: "importer" };
  const ofUser = { AccessKeyId: "AKIAYOUNG", CreateDate: new Date(young) };

  /** What is there of a pending key of the user `importer`, who has these keys. */
  async function keyLookUp(
    keys: readonly { AccessKeyId: string; CreateDate: Date }[] | undefined,
    { resources = [user], isExact = true, adopt = new Map<string, string>() } = {},
  ) {
    const deleted: unknown[] = [];
    const send = (command: unknown): Promise<unknown> => {
      if (command instanceof DeleteAccessKeyCommand) {
        deleted.push(command.input);
        return Promise.resolve({});
      }
      expect(command).toBeInstanceOf(ListAccessKeysCommand);
      return keys === undefined
        ? Promise.reject(new NoSuchEntityException({ message: "…", $metadata: {} }))
        : Promise.resolve({ AccessKeyMetadata: keys });
    };
    const iam = Object.assign(new IAMClient({ region: "us-east-1" }), { send });
    const account = { iam, accountId: "111122223333", partition: "aws" };
    const resource = { urn: keyUrn, type: "aws:iam/accessKey:AccessKey", custom: true, inputs: { user: "importer" } };
    const looked = await lookUpOperations({
      deployment: { manifest: { time: "" }, resources, pending_operations: [{ type: "creating", resource }] },
      begun: { ...begun, isExact },
      clients: { aws: () => Promise.resolve(account), graph: () => Promise.reject(new Error("no tenant is asked")) },
      decisions: { adopt, notMade: new Set() },
    });
    return { looked, deleted };
  }

  it("that is there is to be removed, for nobody has its secret, and nothing is before everything is clear", async () => {
    const { looked, deleted } = await keyLookUp([ofUser]);
    expect(looked[0]?.settled).toMatchObject({
      outcome: "removed",
      detail: 'access key of user "importer", AKIAYOUNG, whose secret was lost',
    });
    expect(deleted).toEqual([]);
    await looked[0]?.removal?.remove();
    expect(deleted).toEqual([{ AccessKeyId: "AKIAYOUNG", UserName: "importer" }]);
  });

  it.each([
    ["that was not made", []],
    ["of a user who is gone", undefined],
  ])("%s is made", async (_case, keys) => {
    expect((await keyLookUp(keys)).looked).toMatchObject([{ settled: { outcome: "not-made" } }]);
  });

  const older = { AccessKeyId: "AKIAOLDER", CreateDate: new Date("2026-11-24T09:59:59Z") };
  it.each([
    ["older than the run", [older], {}, /made 2026-11-24T09:59:59.000Z, and the interrupted run began/],
    ["one of two", [ofUser, older], {}, /^2 of this name are there$/],
    ["of nobody knows which run", [ofUser], { isExact: false }, /nothing tells when the interrupted run began/],
    ["of a user that is not the stack's", [ofUser], { resources: [] }, /a part of what is not the stack's own/],
  ])("is left to people when it is %s, and cannot be adopted", async (_case, keys, given, reason) => {
    const [looked] = (await keyLookUp(keys, given)).looked;
    expect(looked?.removal).toBeUndefined();
    expect(looked?.unclear?.reason).toMatch(reason);
    const text = new RecoveryRefused(looked?.unclear ? [looked.unclear] : []).message;
    expect(text).toContain(`aws iam delete-access-key --user-name importer --access-key-id ${keys[0]?.AccessKeyId}`);
    expect(text).toContain(`--not-made ${keyUrn}`);
    expect(text).not.toContain("--adopt");
  });

  it("is not adopted, whatever a person says", async () => {
    const { looked } = await keyLookUp([ofUser], { adopt: new Map([[keyUrn, "AKIAYOUNG"]]) });
    expect(looked[0]?.unclear?.reason).toBe("it cannot be adopted, for its secret was told once, and nobody has it");
  });

  it("is removed by the word of who is asked, and otherwise shown with the command", async () => {
    const { looked } = await keyLookUp([ofUser]);
    const questions: string[] = [];
    const answering = (answer: boolean) => (question: string) => {
      questions.push(question);
      return Promise.resolve(answer);
    };
    await askAboutRemovals(looked, answering(true));
    await expect(askAboutRemovals(looked, answering(false))).rejects.toThrow(
      "aws iam delete-access-key --user-name importer --access-key-id AKIAYOUNG",
    );
    expect(questions[0]).toBe('Remove the access key of user "importer", AKIAYOUNG, whose secret was lost?');
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
    expect(text).toContain("the interrupted run began");
  });
});
