import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { eventLogOf, folderWith, misnamedGroup, previewOf, secret, stateOf, urnOf } from "./review-files.test-support";
import type { ReviewedInput, ReviewResult } from "./review-result";
import { runReview, type ReviewOptions } from "./run-review";

const now = Date.parse("2026-11-25T00:00:00Z");
const group = {
  urn: urnOf("azuread:index/group:Group", "developers"),
  type: "azuread:index/group:Group",
  name: "developers",
};
const program = "// made up\n  new Group(…)\n";

/** A review of a file with this content, in a project with these files. */
function review(
  kind: Exclude<ReviewedInput, "preview">,
  content: unknown,
  files: Readonly<Record<string, string>> = {},
  more: Partial<ReviewOptions> = {},
): Promise<ReviewResult> {
  const folder = folderWith({ "Pulumi.yaml": "name: shop\n", "index.ts": program, given: content, ...files });
  return runReview({ folder, file: { kind, path: join(folder, "given") }, now, ...more }, () => undefined);
}

function naming(result: ReviewResult) {
  return [...result.findings, ...result.waived].filter(({ rule }) => rule === "naming-groups");
}

describe("runReview", () => {
  it.each([
    ["preview JSON", previewOf(misnamedGroup())],
    ["state", stateOf(misnamedGroup())],
    [
      "event log",
      eventLogOf(misnamedGroup().map(({ propertyDependencies: _, ...rest }) => ({ ...rest, outputs: {} }))),
    ],
  ] as const)("says of a %s which stack it is, and how much of it was seen", async (kind, content) => {
    const result = await review(kind, content);
    expect(result).toMatchObject({ project: "shop", stack: "dev", input: kind, judgedByPack: false, resources: 3 });
  });

  it.each([
    ["preview JSON", previewOf(misnamedGroup())],
    ["state", stateOf(misnamedGroup())],
  ] as const)("finds in a %s what the rules find, and where it is made", async (kind, content) => {
    const found = naming(await review(kind, content));
    expect(found.map(({ pack, outcome, resource, location }) => ({ pack, outcome, resource, location }))).toEqual([
      { pack: "entra-aws", outcome: "violation", resource: group, location: { file: "index.ts", line: 2, column: 3 } },
    ]);
  });

  it("judges by the configuration that is given", async () => {
    const folder = folderWith({ config: "naming-groups: disabled\n" });
    const result = await review("state", stateOf(misnamedGroup()), {}, { config: join(folder, "config") });
    expect(naming(result)).toEqual([]);
  });

  it("keeps a waived finding apart", async () => {
    const waivers = `- {rule: naming-groups, resource: developers, reason: moves, owner: platform, expires: "2027-03-31"}\n`;
    const result = await review("state", stateOf(misnamedGroup()), { "entra-aws.waivers.yaml": waivers });
    expect(result.findings.filter(({ rule }) => rule === "naming-groups")).toEqual([]);
    expect(result.waived.map(({ rule, waived }) => [rule, waived])).toEqual([
      ["naming-groups", { reason: "moves", owner: "platform", expires: "2027-03-31" }],
    ]);
  });

  it("says of a secret that no preview will make it known to a review, and shows nothing of it", async () => {
    const hidden = { ...secret, plaintext: '"hunter2"' };
    const result = await review("state", stateOf(misnamedGroup("developers", hidden)));
    expect(naming(result).map(({ outcome, property, remedy }) => [outcome, property, remedy])).toEqual([
      [
        "undetermined",
        "displayName",
        "The value of displayName is a secret, which a review does not read. Let the policy pack judge it during pulumi preview, or make it no secret.",
      ],
    ]);
    expect(JSON.stringify(result)).not.toContain("hunter2");
  });

  const said = (policy: string, message: string, policyPackName: string) => ({
    policyEvent: { policyPackName, policyName: policy, enforcementLevel: "mandatory", resourceUrn: group.urn, message },
  });
  const judged = { policyAnalyzeStackSummaryEvent: { policyPackName: "ours", failed: ["entra-aws"] } };
  const ours = said("entra-aws", "What must hold\n[naming-groups] said by the pack\n  remedy    Mend it.", "ours");
  const theirs = said("no-nat", "Costs\ntoo dear", "costs");

  it("adds what another pack has said in the run", async () => {
    const { findings } = await review("event log", eventLogOf(misnamedGroup(), [theirs]));
    expect(findings.filter(({ pack }) => pack === "costs").map(({ rule, message }) => [rule, message])).toEqual([
      ["no-nat", "too dear"],
    ]);
  });

  it("believes our pack in the run more than what a log holds, which is less than the pack has seen", async () => {
    const result = await review("event log", eventLogOf(misnamedGroup(), [ours, judged, theirs]));
    expect(result.judgedByPack).toBe(true);
    expect(result.findings.map(({ pack, message }) => [pack, message])).toEqual([
      ["costs", "too dear"],
      ["entra-aws", "said by the pack"],
    ]);
  });

  it("judges anew what the pack has judged, by a configuration of one's own", async () => {
    const folder = folderWith({ config: "all: disabled\n" });
    const log = eventLogOf(misnamedGroup(), [ours, judged]);
    const result = await review("event log", log, {}, { config: join(folder, "config") });
    expect([result.judgedByPack, result.findings]).toEqual([false, []]);
  });
});
