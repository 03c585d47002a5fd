import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf, unknownAtPreview, type ExampleResource } from "../rules/example";
import { gatherFacts } from "./stack-facts";

const target = (name: string, id: unknown): ExampleResource => ({ type: "t:target", name, properties: { id } });
const pointer = (value: unknown, from?: readonly string[]): ExampleResource => ({
  type: "t:pointer",
  name: "pointer",
  properties: { to: value },
  ...(from && { from: { to: from } }),
});

function targetName(...resources: readonly ExampleResource[]): string | undefined {
  const facts = gatherFacts(stackOf(resources), exampleSurroundings);
  const [from] = facts.ofType("t:pointer");
  if (from === undefined) throw new Error("an example needs a pointer");
  return facts.target(from, "to", "t:target", "id")?.name;
}

describe("gatherFacts", () => {
  it("finds resources by type in the stack's order, and by URN", () => {
    const stack = stackOf([target("b", 1), pointer(1), target("a", 2)]);
    const facts = gatherFacts(stack, exampleSurroundings);
    expect(facts.ofType("t:target").map(({ name }) => name)).toEqual(["b", "a"]);
    expect(facts.ofType("t:none")).toEqual([]);
    expect(facts.withUrn(stack[1]?.urn ?? "")?.name).toBe("pointer");
    expect(facts.withUrn("urn:pulumi:none")).toBeUndefined();
  });
});

describe("target", () => {
  it("follows what an unknown value was computed from", () => {
    expect(
      targetName(target("a", unknownAtPreview), target("b", unknownAtPreview), pointer(unknownAtPreview, ["b"])),
    ).toBe("b");
  });

  it("follows a literal value", () => {
    expect(targetName(target("a", "id-a"), target("b", "id-b"), pointer("id-b"))).toBe("b");
  });

  it("passes over a source of another type", () => {
    const other: ExampleResource = { type: "t:other", name: "other", properties: {} };
    expect(targetName(other, target("a", "id-a"), pointer("id-a", ["other"]))).toBe("a");
  });

  it("asks the value where two sources of the type could be meant", () => {
    expect(targetName(target("a", "id-a"), target("b", "id-b"), pointer("id-b", ["a", "b"]))).toBe("b");
    expect(targetName(target("a", "id-a"), target("b", "id-b"), pointer(unknownAtPreview, ["a", "b"]))).toBeUndefined();
  });

  it("finds nothing for a resource outside of the stack", () => {
    expect(targetName(target("a", "id-a"), pointer(unknownAtPreview, ["elsewhere"]))).toBeUndefined();
    expect(targetName(target("a", "id-a"), pointer("id-z"))).toBeUndefined();
  });
});

describe("targets", () => {
  const names = (...resources: readonly ExampleResource[]): readonly string[] => {
    const facts = gatherFacts(stackOf(resources), exampleSurroundings);
    const [from] = facts.ofType("t:pointer");
    if (from === undefined) throw new Error("an example needs a pointer");
    return facts.targets(from, "to", "t:target", "id").map(({ name }) => name);
  };
  const [a, b, c] = [target("a", "id-a"), target("b", "id-b"), target("c", unknownAtPreview)];

  it("finds what each value of a list names, whatever else the list was computed from", () => {
    expect(names(a, b, pointer(["id-b", "id-a"]))).toEqual(["b", "a"]);
    expect(names(a, b, pointer(["id-b"], ["a", "b"]))).toEqual(["b"]);
  });

  it("finds all that share a value", () => {
    expect(names(a, target("twin", "id-a"), pointer("id-a"))).toEqual(["a", "twin"]);
  });

  it("follows the one source of a single value", () => {
    expect(names(a, target("twin", "id-a"), pointer("id-a", ["twin"]))).toEqual(["twin"]);
  });

  it("adds sources of an unknown value, and sources without a known key for values that lead to none", () => {
    expect(names(a, b, pointer(unknownAtPreview, ["a", "b"]))).toEqual(["a", "b"]);
    expect(names(a, c, pointer(["id-a", "id-z"], ["a", "c"]))).toEqual(["a", "c"]);
  });

  it("finds nothing for values outside of the stack", () => {
    expect(names(a, pointer(["id-z", 7, null]))).toEqual([]);
    expect(names(a, pointer(undefined))).toEqual([]);
  });
});
