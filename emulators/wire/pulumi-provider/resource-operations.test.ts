import { describe, expect, it } from "vitest";

import { type Inputs, unknown } from "./property-value";
import * as operations from "./resource-operations";
import { secret, type SealedProperties } from "./sealed";
import { type Garden, plotFace } from "./made-up-face.test-support";

function emptyGarden(plots: Record<string, Inputs> = {}): Garden {
  return { region: "north", plots: new Map(Object.entries(plots)) };
}

describe("a preview of a creation", () => {
  it("knows the inputs, and not what only the cloud can tell or choose", () => {
    const { id, properties } = operations.previewCreate(plotFace, { soil: secret("loam"), __defaults: ["fenced"] });
    expect(id).toBe("");
    expect(properties).toEqual({
      soil: secret("loam"),
      size: unknown,
      arn: unknown,
      harvest: unknown,
      deed: secret(unknown),
    });
  });

  it("knows a choice that was made for the cloud", () => {
    expect(operations.previewCreate(plotFace, { soil: "loam", size: 3 }).properties["size"]).toBe(3);
  });
});

describe("a creation", () => {
  it("keeps the inputs beside what the cloud tells, secret where either says so", async () => {
    const garden = emptyGarden();
    const inputs = { name: "a", soil: secret("loam"), __defaults: [] };
    expect(await operations.create(plotFace, garden, inputs)).toEqual({
      id: "a",
      properties: {
        name: "a",
        soil: secret("loam"),
        size: 7,
        arn: "plot:north:a",
        harvest: "none",
        deed: secret("deed of a"),
      },
    });
    expect(garden.plots.get("a")).toEqual({ name: "a", soil: "loam", size: 7 });
  });

  it("refuses unknown inputs outside of a preview", async () => {
    await expect(operations.create(plotFace, emptyGarden(), { name: "a", soil: unknown })).rejects.toThrow(
      "property soil is unknown outside of a preview",
    );
  });
});

const state = { name: "a", soil: "loam", plants: ["rose"], size: 7, arn: "x", harvest: "none", tags: { a: "1" } };
const oldInputs = { name: "a", soil: "loam", plants: ["rose"], tags: { a: "1" }, __defaults: [] };

describe("a preview of an update", () => {
  it("keeps what does not change, drops inputs that are gone, and does not know what is told anew", () => {
    const news = { name: "a", soil: "loam", plants: ["lily"], __defaults: [] };
    expect(operations.previewUpdate(plotFace, { id: "a", state, oldInputs, news })).toEqual({
      name: "a",
      soil: "loam",
      plants: ["lily"],
      size: 7,
      arn: "x",
      harvest: unknown,
    });
  });

  it("knows all outputs when none is told anew", () => {
    const news: SealedProperties = { ...oldInputs, tags: { a: unknown } };
    const properties = operations.previewUpdate(plotFace, { id: "a", state, oldInputs, news });
    expect(properties["harvest"]).toBe("none");
    expect(properties["tags"]).toEqual({ a: unknown });
  });
});

describe("an update", () => {
  it("joins the old state, the new inputs and what the cloud tells", async () => {
    const garden = emptyGarden();
    const news = { name: "a", soil: "loam", plants: [secret("lily")], __defaults: [] };
    expect(await operations.update(plotFace, garden, { id: "a", state, oldInputs, news })).toEqual({
      name: "a",
      soil: "loam",
      plants: [secret("lily")],
      size: 7,
      arn: "x",
      harvest: "much",
    });
    expect(garden.plots.get("a")).toEqual({ name: "a", soil: "loam", plants: ["lily"] });
  });
});

describe("a reading", () => {
  const garden = emptyGarden({ a: { name: "a", soil: "clay", size: 9, tags: {} } });

  it("follows only the inputs that were given, and keeps what the cloud never gives back", async () => {
    const inputs = { name: "a", soil: "loam", fenced: true, password: secret("p"), __defaults: ["fenced"] };
    const found = await operations.read(plotFace, garden, { id: "a", state: { ...state, password: "p" }, inputs });
    expect(found).toEqual({
      id: "a",
      inputs: { name: "a", soil: "clay", password: secret("p"), __defaults: ["fenced"] },
      properties: {
        name: "a",
        soil: "clay",
        size: 9,
        tags: {},
        password: secret("p"),
        arn: "plot:north:a",
        harvest: "none",
        deed: secret("deed of a"),
      },
    });
  });

  it("keeps the given writing of what the cloud holds in another", async () => {
    const held = emptyGarden({ a: { name: "a", soil: "loam", plan: '{"a":1,"b":2}', plants: ["x", "y"] } });
    const inputs = { name: "a", soil: "loam", plan: secret('{ "b": 2, "a": 1 }'), plants: ["y", "x"], __defaults: [] };
    const found = await operations.read(plotFace, held, { id: "a", state, inputs });
    expect(found?.inputs).toEqual(inputs);
  });

  it("takes all inputs at an import", async () => {
    const found = await operations.read(plotFace, garden, { id: "a", state: {}, inputs: {} });
    expect(found?.inputs).toEqual({ name: "a", soil: "clay", size: 9, tags: {}, __defaults: [] });
  });

  it("finds nothing where nothing is", async () => {
    expect(await operations.read(plotFace, garden, { id: "b", state: {}, inputs: {} })).toBeUndefined();
  });
});
