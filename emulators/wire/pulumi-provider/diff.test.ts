import { describe, expect, it } from "vitest";

import { diffInputs } from "./diff";
import { type PreviewInputs, unknown } from "./property-value";
import { plotFace } from "./made-up-face.test-support";

const base = { name: "a", soil: "loam", __defaults: [] };

function diff(oldInputs: PreviewInputs, news: PreviewInputs, more: { state?: PreviewInputs; ignore?: string[] } = {}) {
  const olds = { ...base, ...oldInputs };
  return diffInputs(plotFace, {
    state: more.state ?? olds,
    oldInputs: olds,
    news: { ...base, ...news },
    ignoreChanges: more.ignore ?? [],
  });
}

function changes(...[oldInputs, news, more]: Parameters<typeof diff>): string[] {
  return diff(oldInputs, news, more).changes.map(({ path, kind, replaces }) =>
    [kind, path, ...(replaces ? ["replaces"] : [])].join(" "),
  );
}

describe("what counts as a change", () => {
  it("is nothing when nothing changed", () => {
    expect(diff({ tags: { a: "1" } }, { tags: { a: "1" } })).toEqual({ changes: [], deleteBeforeReplace: false });
  });

  it("is named by its innermost place", () => {
    expect(changes({ tags: { a: "1", "b.c": "2" } }, { tags: { a: "3", d: "4" } })).toEqual([
      "update tags.a",
      'delete tags["b.c"]',
      "add tags.d",
    ]);
    expect(changes({ rows: [1, 2] }, { rows: [1, 3, 4] })).toEqual(["update rows[1]", "add rows[2]"]);
  });

  it("is an input that comes or goes, unless it is as good as absent", () => {
    expect(changes({}, { fenced: true })).toEqual(["add fenced"]);
    expect(changes({ fenced: true }, {})).toEqual(["delete fenced"]);
    expect(changes({}, { fenced: false, tags: {}, plants: [], password: "" })).toEqual([]);
  });

  it("is an entry of a map, whatever its key and even when it is empty: maps know an empty entry from none", () => {
    expect(changes({ tags: { a: "1" } }, { tags: { a: "1", b: "" } })).toEqual(["add tags.b"]);
    expect(changes({ tags: { a: "" } }, { tags: {} })).toEqual(["delete tags.a"]);
    expect(changes({ tags: { a: "" } }, {})).toEqual(["delete tags"]);
    expect(changes({ tags: { a: "1" } }, { tags: { a: "1", constructor: "x" } })).toEqual(["add tags.constructor"]);
    expect(changes({ tags: { a: "1", toString: "x" } }, { tags: { a: "1" } })).toEqual(["delete tags.toString"]);
  });

  it("is an unknown value, at any depth", () => {
    expect(changes({ tags: { a: "1" } }, { tags: { a: unknown } })).toEqual(["update tags.a"]);
    expect(changes({ plan: "{}" }, { plan: unknown })).toEqual(["update plan"]);
  });

  it("is not the order of a set", () => {
    expect(changes({ plants: ["a", "b"] }, { plants: ["b", "a"] })).toEqual([]);
    expect(changes({ plants: ["a", "b"] }, { plants: ["b", "c", "d"] })).toEqual([
      "delete plants[0]",
      "add plants[1]",
      "add plants[2]",
    ]);
    expect(changes({ rows: [1, 2] }, { rows: [2, 1] })).toEqual(["update rows[0]", "update rows[1]"]);
  });

  it("counts each element of a set once", () => {
    expect(changes({ plants: ["a"] }, { plants: ["a", "a"] })).toEqual(["add plants[1]"]);
  });

  it("is not another writing of the same document, or what the face calls equivalent", () => {
    expect(changes({ plan: '{"a":1,"b":2}' }, { plan: '{ "b": 2, "a": 1 }' })).toEqual([]);
    expect(changes({ plan: '{"a":1}' }, { plan: '{"a":2}' })).toEqual(["update plan"]);
    expect(changes({ plan: "no JSON" }, { plan: "no JSON either" })).toEqual(["update plan"]);
    expect(changes({ rows: [1] }, { rows: 0 })).toEqual([]);
  });

  it("is not leaving out what the cloud chose or may keep", () => {
    expect(changes({ size: 3 }, {})).toEqual([]);
    expect(changes({}, { size: 7 }, { state: { ...base, size: 7 } })).toEqual([]);
    expect(changes({}, { size: 8 }, { state: { ...base, size: 7 } })).toEqual(["update size"]);
  });

  it("is not what ignoreChanges names, at any depth", () => {
    const [olds, news] = [{ tags: { a: "1", b: "1" } }, { tags: { a: "2", b: "2" } }];
    expect(changes(olds, news, { ignore: ["tags.a"] })).toEqual(["update tags.b"]);
    expect(changes(olds, news, { ignore: ['tags["b"]'] })).toEqual(["update tags.a"]);
    expect(changes(olds, news, { ignore: ["tags.*"] })).toEqual([]);
    expect(changes(olds, news, { ignore: ["tag"] })).toEqual(["update tags.a", "update tags.b"]);
  });
});

describe("what replaces", () => {
  it("is what the face says, inside and around the named place", () => {
    expect(changes({}, { soil: "clay" })).toEqual(["update soil replaces"]);
    expect(changes({ gate: { colour: "red" } }, { gate: { colour: "blue" } })).toEqual(["update gate.colour"]);
    expect(changes({ gate: { lock: { code: "1" } } }, { gate: { lock: { code: "2" } } })).toEqual([
      "update gate.lock.code replaces",
    ]);
    expect(changes({}, { gate: { lock: { code: "2" } } })).toEqual(["add gate replaces"]);
  });

  it("is a block that comes or goes, and not a change inside, where the face says so", () => {
    expect(changes({}, { pond: { depth: 1 } })).toEqual(["add pond replaces"]);
    expect(changes({ pond: { depth: 1 } }, {})).toEqual(["delete pond replaces"]);
    expect(changes({ pond: { depth: 1 } }, { pond: { depth: 2 } })).toEqual(["update pond.depth"]);
  });

  it("is an unknown value in the place of a property that replaces", () => {
    expect(changes({}, { soil: unknown })).toEqual(["update soil replaces"]);
  });

  it("deletes first when a chosen name stays", () => {
    expect(diff({}, { soil: "clay" }).deleteBeforeReplace).toBe(true);
  });

  it("does not delete first for an update, another name, or an invented one", () => {
    expect(diff({}, { tags: { a: "1" } }).deleteBeforeReplace).toBe(false);
    expect(diff({}, { soil: "clay", name: "b" }).deleteBeforeReplace).toBe(false);
    expect(diff({}, { soil: "clay", __defaults: ["name"] }).deleteBeforeReplace).toBe(false);
  });

  it("deletes first when the face says so", () => {
    const face = { ...plotFace, deleteBeforeReplace: true };
    const input = { state: base, oldInputs: base, news: { ...base, soil: "clay", name: "b" }, ignoreChanges: [] };
    expect(diffInputs(face, input).deleteBeforeReplace).toBe(true);
  });
});
