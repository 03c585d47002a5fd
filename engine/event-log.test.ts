import { describe, expect, it } from "vitest";
import { summarizeEvents } from "./event-log";

const log = (...events: object[]): string => events.map((event) => JSON.stringify(event)).join("\n");
const step = (op: string, name: string) => ({ metadata: { op, urn: `urn:${name}`, type: "aws:iam/role:Role" } });

describe("summarizeEvents", () => {
  it("takes the changes of the last summary, which is the update's and not the preview's", () => {
    const events = log(
      { summaryEvent: { resourceChanges: { create: 9 } } },
      { summaryEvent: { resourceChanges: { create: 2, same: 1 } } },
    );
    expect(summarizeEvents(events).changes).toEqual({ create: 2, same: 1 });
  });

  it("tells a create by its end and a delete by its start", () => {
    const events = log(
      { resourcePreEvent: step("create", "a") },
      { resOutputsEvent: step("create", "a") },
      { resourcePreEvent: step("delete-replaced", "b") },
    );
    expect(summarizeEvents(events).steps.map(({ operation, urn }) => [operation, urn])).toEqual([
      ["create", "urn:a"],
      ["delete-replaced", "urn:b"],
    ]);
  });

  it("counts a violation once that preview and update both report, and removes colour tags", () => {
    const violation = {
      policyEvent: {
        policyPackName: "entra-aws",
        policyName: "naming",
        enforcementLevel: "advisory",
        resourceUrn: "urn:a",
        message: "<{%bold%}>wrong<{%reset%}> name\n",
      },
    };
    expect(summarizeEvents(log(violation, violation)).violations).toEqual([
      { policyPack: "entra-aws", policy: "naming", enforcement: "advisory", urn: "urn:a", message: "wrong name" },
    ]);
  });

  it("passes over a last line that is cut off", () => {
    const events = `${log({ summaryEvent: { resourceChanges: { same: 1 } } })}\n{"summaryEv`;
    expect(summarizeEvents(events).changes).toEqual({ same: 1 });
  });

  it("knows nothing of an empty log", () => {
    expect(summarizeEvents("")).toEqual({ changes: {}, steps: [], diagnostics: [], violations: [] });
  });
});
