import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readEventLog } from "./read-event-log";
import { readPreviewJson } from "./read-preview-json";
import { readState } from "./read-state";
import {
  eventLogOf,
  fileWith,
  folderWith,
  misnamedGroup,
  previewOf,
  secret,
  stateOf,
  unknown,
  urnOf,
} from "./review-files.test-support";

const group = urnOf("azuread:index/group:Group", "developers");
const names = (stack: { resources: readonly { urn: string }[] }): string[] =>
  stack.resources.map(({ urn }) => urn.slice(urn.lastIndexOf("::") + 2));

const giveState = "Give what `pulumi stack export` prints.";
const givePreview = "Give what `pulumi preview --json` prints on its standard output.";
const giveLog = "Give the file that `PULUMI_DEBUG_COMMANDS=true pulumi preview --event-log FILE` has written, whole.";

/** The error's message without the file's own name. */
async function refusal(read: (file: string) => Promise<unknown>, content: unknown): Promise<string> {
  const file = fileWith(content);
  const message = await read(file).then(
    () => "it was read",
    (error: unknown) => (error as Error).message,
  );
  return message.replace(`${JSON.stringify(file)} cannot be reviewed: `, "");
}

describe("readState", () => {
  it("reads stack, project and resources, but not what only waits for being deleted", async () => {
    const [first, ...others] = misnamedGroup();
    const stack = await readState(fileWith(stateOf([{ ...first, delete: true }, first, ...others])));
    expect([stack.project, stack.stack, stack.judgedByPack]).toEqual(["shop", "dev", false]);
    expect(names(stack)).toEqual(["developers", "developer", "developers"]);
    expect(stack.resources[0]).toEqual({
      urn: group,
      type: "azuread:index/group:Group",
      custom: true,
      id: undefined,
      inputs: { displayName: "Cloud developers" },
      outputs: undefined,
      propertyDependencies: {},
      positions: ["project:///index.ts#2,3"],
    });
  });

  it.each([
    ["nothing", "", `it is empty. ${giveState}`],
    ["blanks", " \n", `it is empty. ${giveState}`],
    ["no JSON", "name: shop\n", `it is not JSON. ${giveState}`],
    ["JSON that is cut off", '{"version": 3, "deploy', `its JSON is cut off at the end. ${giveState}`],
    ["a list", [], `its JSON is not an object. ${giveState}`],
    ["a text", '"x"', `its JSON is not an object. ${giveState}`],
    [
      "another tool's JSON",
      { terraform_version: "1.9.0", resources: [] },
      `it is no state of a Pulumi stack. ${giveState}`,
    ],
    ["a preview", { steps: [] }, "it is a preview and no state. Give it by --preview-json."],
    [
      "a backend's own file",
      { version: 3, checkpoint: { latest: {} } },
      `it is a file of the backend's own. ${giveState}`,
    ],
    [
      "what is encrypted as a whole",
      { version: 3, deployment: "v1:abc" },
      `its deployment is encrypted as a whole. ${giveState}`,
    ],
    [
      "resources that are no list",
      { version: 3, deployment: { resources: {} } },
      `its resources are no list. ${giveState}`,
    ],
    ["a resource without URN", stateOf([{ type: "t" }]), `its resource 1 has no URN and type. ${giveState}`],
    ["a resource that is a number", stateOf([7]), `its resource 1 has no URN and type. ${giveState}`],
    [
      "an empty stack",
      { version: 3, deployment: {} },
      "the stack has no resources. Deploy it first, or review its preview.",
    ],
  ])("refuses %s", async (_title, content, message) => {
    expect(await refusal(readState, content)).toBe(message);
  });

  it("refuses a file that is not there, and a folder", async () => {
    const folder = folderWith({});
    await expect(readState(join(folder, "none"))).rejects.toThrow(`there is no such file. ${giveState}`);
    await expect(readState(folder)).rejects.toThrow(`it is a folder. ${giveState}`);
  });

  it("repeats nothing of a file that it cannot parse", async () => {
    expect(await refusal(readState, '{"password": hunter2}')).toBe(`it is not JSON. ${giveState}`);
  });
});

describe("readPreviewJson", () => {
  it("reads the resources as the plan leaves them, and none that it deletes", async () => {
    const preview = {
      steps: [
        { op: "replace", newState: { urn: group, type: "t", inputs: { a: 1 } } },
        { op: "create-replacement", newState: { urn: group, type: "t", inputs: { a: 2 } } },
        { op: "delete-replaced", oldState: { urn: group }, newState: { urn: group, type: "t", inputs: { a: 3 } } },
        { op: "delete", oldState: { urn: urnOf("t", "gone") } },
      ],
    };
    const { resources } = await readPreviewJson(fileWith(preview));
    expect(resources.map(({ urn, inputs }) => [urn, inputs])).toEqual([[group, { a: 2 }]]);
  });

  it("reads a preview that only a policy has failed", async () => {
    const preview = previewOf(misnamedGroup(), [{ severity: "error", message: "error: preview failed\n" }]);
    expect(names(await readPreviewJson(fileWith(preview)))).toHaveLength(3);
  });

  it.each([
    ["nothing", "", `it is empty. ${givePreview}`],
    ["a state", stateOf([]), "it is a state and no preview. Give it by --state."],
    ["another tool's JSON", { planned_values: {} }, `it is no preview of a Pulumi stack. ${givePreview}`],
    ["a preview of nothing", { steps: [] }, `the preview has no resources. ${givePreview}`],
    ["steps that are none", { steps: [1, null, { op: "create" }] }, `the preview has no resources. ${givePreview}`],
    [
      "a preview that failed",
      previewOf(misnamedGroup(), [{ severity: "error", message: "error: no region\n" }]),
      "the preview failed (no region). Mend what failed and preview again.",
    ],
  ])("refuses %s", async (_title, content, message) => {
    expect(await refusal(readPreviewJson, content)).toBe(message);
  });
});

describe("readEventLog", () => {
  const state = (outputs: object) => ({ urn: group, type: "t", custom: true, inputs: { a: 1 }, outputs });

  it("keeps the outputs of a resource that a later event does not repeat", async () => {
    const log = eventLogOf([state({ a: 1, arn: unknown }), state({})]);
    expect((await readEventLog(fileWith(log))).resources.map(({ outputs }) => outputs)).toEqual([
      { a: 1, arn: unknown },
    ]);
  });

  it("passes over deletions and debugging, and what it does not know", async () => {
    const more = [
      { resourcePreEvent: { metadata: { op: "delete", old: { urn: "x" }, new: null } } },
      { diagnosticEvent: { severity: "debug", message: "x" } },
      { someNewEvent: { x: 1 } },
    ];
    expect(names(await readEventLog(fileWith(eventLogOf(misnamedGroup(), more))))).toHaveLength(3);
  });

  it("takes what policy packs said, once, without colours", async () => {
    const policyEvent = {
      policyPackName: "costs",
      policyName: "no-nat",
      enforcementLevel: "advisory",
      severity: "low",
      resourceUrn: group,
      message: "<{%bold%}>too dear<{%reset%}>\n",
    };
    const { violations } = await readEventLog(
      fileWith(eventLogOf(misnamedGroup(), [{ policyEvent }, { policyEvent }])),
    );
    expect(violations).toEqual([
      {
        policyPack: "costs",
        policy: "no-nat",
        enforcement: "advisory",
        severity: "low",
        urn: group,
        message: "too dear",
      },
    ]);
  });

  it.each([
    ["passed", { passed: ["entra-aws", "entra-aws-advice"] }, true],
    ["failed", { passed: ["entra-aws-advice"], failed: ["entra-aws"] }, true],
    ["was not there", { passed: ["no-nat"] }, false],
  ])("knows whether our pack judged the stack, when it %s", async (_title, summary, expected) => {
    const log = eventLogOf(misnamedGroup(), [
      { policyAnalyzeStackSummaryEvent: { policyPackName: "ours", ...summary } },
    ]);
    expect((await readEventLog(fileWith(log))).judgedByPack).toBe(expected);
  });

  const whole = eventLogOf(misnamedGroup());

  it.each([
    ["nothing", "", `it is empty. ${giveLog}`],
    ["no JSON", "Previewing update (dev)\n\nmore\n", `it is not an engine's event log. ${giveLog}`],
    [
      "a preview's JSON",
      JSON.stringify(previewOf(misnamedGroup()), undefined, 2),
      `it is not an engine's event log. ${giveLog}`,
    ],
    ["another tool's lines", '{"type": "version"}\n', `it is not an engine's event log. ${giveLog}`],
    [
      "a line in the middle that is none",
      whole.replace("\n", "\nx\n"),
      `its line 2 is not an engine's event. ${giveLog}`,
    ],
    ["a last line that is cut off", whole.slice(0, -5), `its last line, 5, is cut off. ${giveLog}`],
    ["a run without an end", whole.split("\n").slice(0, 3).join("\n"), `the run did not come to its end. ${giveLog}`],
    ["a run of nothing", eventLogOf([]), `it tells of no resources. ${giveLog}`],
    [
      "a run that failed",
      eventLogOf(misnamedGroup(), [
        { diagnosticEvent: { severity: "error", message: "<{%fg 1%}>no region<{%reset%}>\n" } },
      ]),
      `the run failed (no region). ${giveLog}`,
    ],
  ])("refuses %s", async (_title, content, message) => {
    expect(await refusal(readEventLog, content)).toBe(message);
  });

  it("reads a log of a hundred megabytes without holding it", async () => {
    const file = join(folderWith({}), "log");
    const filler = `${JSON.stringify({ diagnosticEvent: { severity: "debug", message: "x".repeat(100_000) } })}\n`;
    writeFileSync(file, "");
    for (let part = 0; part < 10; part++) writeFileSync(file, filler.repeat(100), { flag: "a" });
    writeFileSync(file, eventLogOf([...misnamedGroup(), { urn: urnOf("t", "a"), type: "t", inputs: { secret } }]), {
      flag: "a",
    });
    const before = process.memoryUsage().rss;
    expect(names(await readEventLog(file))).toHaveLength(4);
    expect(process.memoryUsage().rss - before).toBeLessThan(80 * 1024 * 1024);
  });
});
