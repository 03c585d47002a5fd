import { describe, expect, it } from "vitest";
import { isSecret, readProperty } from "./property-reading";
import { secret, unknown } from "./review-files.test-support";
import type { ReviewedResource } from "./reviewed-stack";

function resource(more: Partial<ReviewedResource>): ReviewedResource {
  return {
    urn: "urn:pulumi:dev::shop::t:t::a",
    type: "t:t",
    custom: true,
    id: undefined,
    inputs: {},
    outputs: undefined,
    propertyDependencies: {},
    positions: [],
    ...more,
  };
}

const absent = { kind: "absent" };
const known = (value: unknown) => ({ kind: "known", value });
const unread = (property: string) => ({ kind: "unknown", property });

describe("readProperty", () => {
  it.each([
    ["an input where a plan has no outputs", { inputs: { name: "a" } }, known("a")],
    ["an output before an input", { inputs: { name: "a" }, outputs: { name: "b" } }, known("b")],
    ["an input while its output is unknown", { inputs: { name: "a" }, outputs: { name: unknown } }, known("a")],
    ["what is false, empty or nought", { inputs: { name: false } }, known(false)],
    ["null as nothing", { inputs: { name: null } }, absent],
    ["what is not there as nothing", {}, absent],
    ["what every object has as nothing", { inputs: {} }, absent],
    ["an unknown value as unknown", { inputs: { name: unknown } }, unread("name")],
    ["an unknown part by its path", { inputs: { name: { a: ["x", unknown] } } }, unread("name.a[1]")],
    ["a secret as unknown", { inputs: { name: secret } }, unread("name")],
    ["a secret in clear as unknown", { inputs: { name: { ...secret, plaintext: '"hunter2"' } } }, unread("name")],
    ["a secret in a part by its path", { outputs: { name: [{ b: secret }] } }, unread("name[0].b")],
    ["a hidden secret as unknown", { inputs: { name: "[secret]" } }, unread("name")],
    ["a text around an unknown value as it is", { inputs: { name: `x ${unknown}` } }, known(`x ${unknown}`)],
    [
      "an object without the engine's notes",
      { inputs: { name: { __defaults: [], a: [{ __defaults: ["b"], c: 1 }] } } },
      known({ a: [{ c: 1 }] }),
    ],
  ])("reads %s", (_title, given, reading) => {
    expect(readProperty(resource(given), "name")).toEqual(reading);
  });

  it.each([
    ["constructor", absent],
    ["__proto__", absent],
  ])("does not take %s from where no resource has put it", (property, reading) => {
    expect(readProperty(resource({ outputs: {} }), property)).toEqual(reading);
  });

  it("does not follow a value to whatever depth, and says that it has not read it", () => {
    const nested = (depth: number): unknown => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);
    expect(readProperty(resource({ inputs: { name: nested(200) } }), "name").kind).toBe("known");
    expect(readProperty(resource({ inputs: { name: nested(100_000) } }), "name").kind).toBe("unknown");
  });

  it("knows that a cloud will invent an ARN of which a plan says nothing", () => {
    expect(readProperty(resource({}), "arn")).toEqual(unread("arn"));
    expect(readProperty(resource({ outputs: {} }), "arn")).toEqual(absent);
    expect(readProperty(resource({ custom: false }), "arn")).toEqual(absent);
  });

  it("reads the id that stands beside the outputs", () => {
    expect(readProperty(resource({ id: "Developer", outputs: {} }), "id")).toEqual(known("Developer"));
    expect(readProperty(resource({ id: "", outputs: {} }), "id")).toEqual(unread("id"));
  });
});

describe("isSecret", () => {
  it.each([
    [{ inputs: { policy: secret } }, true],
    [{ outputs: { policy: { a: "[secret]" } } }, true],
    [{ inputs: { policy: unknown } }, false],
    [{ inputs: { policy: "{}" } }, false],
  ])("of %j is %s", (given, expected) => {
    expect(isSecret(resource(given), "policy")).toBe(expected);
  });
});
