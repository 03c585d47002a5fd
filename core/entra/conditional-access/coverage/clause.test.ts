import { describe, expect, it } from "vitest";
import { among, anything, areExclusive, notAmong } from "./clause";

describe("areExclusive", () => {
  it.each([
    ["two lists without a common value", among("client", ["a"]), among("client", ["b"]), true],
    ["two lists with one", among("client", ["a", "b"]), among("client", ["b"]), false],
    ["a list and all but that", among("client", ["a"]), notAmong("client", ["a", "b"]), true],
    ["a list and all but a part of it", notAmong("client", ["a"]), among("client", ["a", "b"]), false],
    ["all but some, twice", notAmong("client", ["a"]), notAmong("client", ["b"]), false],
    ["a list and anything", among("client", ["a"]), anything("client"), false],
    ["an empty list and anything", among("client", []), anything("client"), true],
    ["two aspects", among("client", ["a"]), among("platform", ["b"]), false],
  ])("%s", (_title, one, other, exclusive) => {
    expect([areExclusive(one, other), areExclusive(other, one)]).toEqual([exclusive, exclusive]);
  });
});
