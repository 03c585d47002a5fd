import * as sdk from "@pulumi/policy";
import type { PolicyResource } from "@pulumi/policy";
import { describe, expect, it } from "vitest";
import { readResource } from "./read-resource";

// The SDK exports it without its type.
const { unknownCheckingProxy } = sdk as unknown as { unknownCheckingProxy: (props: object) => PolicyResource["props"] };

const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const unknownArray = "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2";

const resource = (props: Record<string, unknown>, more: Partial<PolicyResource> = {}): PolicyResource =>
  ({
    urn: "urn:pulumi:s::p::t:thing::n",
    type: "t:thing",
    name: "n",
    props: unknownCheckingProxy(props),
    propertyDependencies: {},
    ...more,
  }) as PolicyResource;

const read = (props: Record<string, unknown>, property: string) => readResource(resource(props)).read(property);

describe("readResource", () => {
  it.each([
    ["a text", "x"],
    ["an empty text", ""],
    ["a number", 0],
    ["a truth", false],
    ["nothing", null],
    ["a list", ["a", { b: [1, null] }]],
    ["an object", { a: { b: { c: [[]] } } }],
  ])("reads %s as it is", (_title, value) => {
    expect(read({ property: value }, "property")).toEqual({ kind: "known", value });
  });

  it("hands out plain values, which no longer throw where somebody looks", () => {
    const reading = read({ list: [{ name: "a" }] }, "list");
    expect(reading.kind === "known" && structuredClone(reading.value)).toEqual([{ name: "a" }]);
  });

  it("is absent where the resource has no such property, even one that every object has", () => {
    expect(read({}, "policy")).toEqual({ kind: "absent" });
    expect(read({}, "constructor")).toEqual({ kind: "absent" });
    expect(read({}, "__proto__")).toEqual({ kind: "absent" });
  });

  it.each([
    ["the property", { policy: unknownString }, "policy", "policy"],
    ["a whole list", { arns: unknownArray }, "arns", "arns"],
    ["an entry of a list", { arns: ["a", unknownString] }, "arns", "arns[1]"],
    [
      "a part deep inside",
      { conditions: [{ users: { ids: ["a", unknownString] } }] },
      "conditions",
      "conditions[0].users.ids[1]",
    ],
  ])("is unknown with its path where %s is", (_title, props, property, path) => {
    expect(read(props, property)).toEqual({ kind: "unknown", property: path });
  });

  it("is known where only another property is unknown", () => {
    expect(read({ arn: unknownString, name: "x" }, "name")).toEqual({ kind: "known", value: "x" });
  });

  it("touches no property before it is asked for", () => {
    expect(() => readResource(resource({ arn: unknownString }))).not.toThrow();
  });

  it("names the resources that a property was computed from", () => {
    const from = resource({}, { propertyDependencies: { policy: [resource({})] } });
    expect([...readResource(from).propertyDependencies]).toEqual([["policy", ["urn:pulumi:s::p::t:thing::n"]]]);
  });
});
