import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventReader } from "./event-reader";
import { plainObject } from "./plain-object";
import { previewOf } from "./read-preview-json";
import { stateOf } from "./read-state";
import { secret, unknown, urnOf } from "./review-files.test-support";
import type { Properties, ReviewedStack } from "./reviewed-stack";
import { stackResources } from "./stack-resources";
import { UnreadableReview } from "./unreadable-review";

const names = [
  "urn",
  "type",
  "inputs",
  "outputs",
  "sourcePosition",
  "stackTrace",
  "propertyDependencies",
  "custom",
  "id",
];
const json = fc.jsonValue({ maxDepth: 3 });
const part = fc.oneof(json, fc.constantFrom(unknown, secret, "[secret]", urnOf("t", "a"), null, "project:///a.ts#1,1"));
const resource = fc.dictionary(fc.constantFrom(...names), fc.oneof(part, fc.dictionary(fc.string(), part)), {
  maxKeys: 9,
});
const likelyResource = resource.map((given) => ({ ...given, urn: urnOf("t", "a"), type: "t" }));
const resources = fc.oneof(json, fc.array(fc.oneof(part, resource, likelyResource), { maxLength: 4 }));

/** Reads whatever the rules may read of a stack. */
function readAll({ resources: found }: ReviewedStack): number {
  const read = stackResources(found).flatMap((each) =>
    [...names, "constructor", "__proto__"].map((name) => each.read(name)),
  );
  return read.length;
}

/** Whether a stack was read, all of it can be, or it was refused with its reason. */
function isAnswered(read: () => ReviewedStack): boolean {
  try {
    return readAll(read()) > 0;
  } catch (error) {
    return error instanceof UnreadableReview && error.message.startsWith('"given" cannot be reviewed: ');
  }
}

describe("whatever the JSON is, there is a stack or a refusal", () => {
  const runs = { numRuns: 10_000 };

  it("in a state", () => {
    const state = fc.oneof(json, fc.record({ deployment: fc.oneof(json, fc.record({ resources })) }));
    const isRead = (given: unknown): boolean => isAnswered(() => stateOf(plainObject(given) ?? {}, "given"));
    fc.assert(fc.property(state, isRead), runs);
  });

  it("in a preview", () => {
    const step = fc.record({ op: part, newState: fc.oneof(part, resource, likelyResource) });
    const diagnostics = fc.oneof(part, fc.array(fc.record({ severity: part, message: part })));
    const preview = fc.record({ steps: fc.oneof(part, fc.array(fc.oneof(part, step))), diagnostics });
    const isRead = (given: Properties): boolean => isAnswered(() => previewOf(given, "given"));
    fc.assert(fc.property(preview, isRead), runs);
  });

  it("in an event log", () => {
    const metadata = fc.record({ op: part, new: fc.oneof(part, resource, likelyResource) });
    const kinds = [
      "resourcePreEvent",
      "resOutputsEvent",
      "policyEvent",
      "policyAnalyzeStackSummaryEvent",
      "diagnosticEvent",
    ];
    const content = fc.oneof(part, fc.record({ metadata }), fc.record({ severity: part, message: part }));
    const event = fc.dictionary(fc.constantFrom(...kinds, "summaryEvent", "otherEvent"), content, { maxKeys: 2 });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 6 }), (events) => {
        const reader = eventReader();
        for (const each of events) reader.take(each);
        const end = reader.end();
        expect(typeof end === "string" ? end.length : readAll(end)).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});
