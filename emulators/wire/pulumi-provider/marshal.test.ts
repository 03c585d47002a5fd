import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { describe, expect, it } from "vitest";

import { decodeProperties, encodeProperties } from "./marshal";
import { unknown } from "./property-value";
import { secret, type SealedProperties } from "./sealed";

const signature = "4dabf18193072939515e22adb298388d";
const secretMark = "1b47061264138c4ac30d75fd1eb44270";
const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function decode(value: JavaScriptValue) {
  return decodeProperties(Struct.fromJavaScript({ value }))["value"];
}

describe("property bags on the wire", () => {
  it("come back as they went", () => {
    const bag: SealedProperties = {
      text: "a",
      number: 1.5,
      yes: true,
      list: [1, [unknown], { deep: secret({ x: unknown }) }],
      open: unknown,
      hidden: secret("s"),
    };
    expect(decodeProperties(encodeProperties(bag))).toEqual(bag);
  });

  it("mark secrets and unknowns as the engine does", () => {
    expect(encodeProperties({ a: secret(unknown) }).toJavaScript()).toEqual({
      a: { [signature]: secretMark, value: unknownText },
    });
  });

  it("have no property without a value, and an empty bag when none is sent", () => {
    expect(decodeProperties(Struct.fromJavaScript({ a: null, b: [null] }))).toEqual({ b: [null] });
    expect(decodeProperties(undefined)).toEqual({});
  });

  it("take a resource for its id", () => {
    const resource = { [signature]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn:x", packageVersion: "" };
    expect(decode({ ...resource, id: "r-1" })).toBe("r-1");
    expect(decode({ ...resource, id: "" })).toBe(unknown);
    expect(decode({ ...resource, id: unknownText })).toBe(unknown);
  });

  it("take an output for its value", () => {
    const output = { [signature]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", dependencies: ["urn:x"] };
    expect(decode({ ...output, value: "v" })).toBe("v");
    expect(decode(output)).toBe(unknown);
    expect(decode({ ...output, value: "v", secret: true })).toEqual(secret("v"));
  });

  it("leave an object with a foreign signature alone", () => {
    expect(decode({ [signature]: "other", value: "v" })).toEqual({ [signature]: "other", value: "v" });
  });
});
