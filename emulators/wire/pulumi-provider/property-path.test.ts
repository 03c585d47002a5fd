import { describe, expect, it } from "vitest";

import { concerns, formatPath, isWithin, parsePath, tableName } from "./property-path";

describe("property paths", () => {
  it.each([
    ["soil", ["soil"]],
    ["gate.lock.code", ["gate", "lock", "code"]],
    ["rows[0].name", ["rows", 0, "name"]],
    ['tags["a.b"]', ["tags", "a.b"]],
    ['tags["say \\"hi\\""].x', ["tags", 'say "hi"', "x"]],
  ])("%s is written and read alike", (text, path) => {
    expect(formatPath(path)).toBe(text);
    expect(parsePath(text)).toEqual(path);
  });

  it("reads the star of ignoreChanges", () => {
    expect(parsePath("rows[*].name")).toEqual(["rows", "*", "name"]);
    expect(isWithin(["rows", 3, "name"], ["rows", "*", "name"])).toBe(true);
    expect(isWithin(["rows", 3, "size"], ["rows", "*", "name"])).toBe(false);
    expect(isWithin(["rows"], ["rows", "*"])).toBe(false);
  });

  it("names a property in tables without its indices", () => {
    expect(tableName(["rows", 0, "name"])).toBe("rows.name");
  });

  it("lets an entry speak about what is inside and around it, and not about its namesakes", () => {
    expect(concerns("gate", "gate.lock")).toBe(true);
    expect(concerns("gate.lock", "gate")).toBe(true);
    expect(concerns("gate", "gates")).toBe(false);
    expect(concerns("gate.lock", "gate.colour")).toBe(false);
  });
});
