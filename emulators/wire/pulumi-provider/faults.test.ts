import { describe, expect, it } from "vitest";

import { type ProviderFaults, withFaults } from "./faults";

const operation = { method: "create", type: "garden:index/tree:Tree" } as const;

/** What happened, in order. */
async function happened(faults: (log: string[]) => ProviderFaults): Promise<string[]> {
  const log: string[] = [];
  const work = (): Promise<string> => {
    log.push("done");
    return Promise.resolve("answer");
  };
  await withFaults(faults(log), operation, work).then(
    (answer) => log.push(answer),
    (error: unknown) => log.push(String(error)),
  );
  return log;
}

describe("faults between the engine and a cloud", () => {
  it("change nothing where there are none", async () => {
    expect(await happened(() => ({}))).toEqual(["done", "answer"]);
  });

  it("stand before and after what the cloud does, and know what that is", async () => {
    const note = (log: string[], when: string) => (given: unknown) => {
      expect(given).toEqual(operation);
      log.push(when);
      return Promise.resolve();
    };
    const faults = (log: string[]) => ({ onRequest: note(log, "before"), onResponse: note(log, "after") });
    expect(await happened(faults)).toEqual(["before", "done", "after", "answer"]);
  });

  it("keep a request from the cloud when they throw before it", async () => {
    const refused = { onRequest: () => Promise.reject(new Error("refused")) };
    expect(await happened(() => refused)).toEqual(["Error: refused"]);
  });

  it("lose a response, and not what was done, when they throw after it", async () => {
    const lost = { onResponse: () => Promise.reject(new Error("lost")) };
    expect(await happened(() => lost)).toEqual(["done", "Error: lost"]);
  });
});
