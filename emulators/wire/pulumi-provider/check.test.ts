import { describe, expect, it } from "vitest";

import { checkInputs } from "./check";
import { type Sealed, secret, type SealedProperties } from "./sealed";
import { unknown } from "./property-value";
import { plotFace } from "./made-up-face.test-support";

const seed = new Uint8Array([1, 2, 3]);

function check(news: Record<string, Sealed>, olds: SealedProperties = {}, logicalName = "bed") {
  return checkInputs(plotFace, { logicalName, seed, olds, news });
}

function reasons(news: Record<string, Sealed>): string[] {
  return check(news).failures.map(({ reason }) => reason);
}

describe("what a check fills in", () => {
  it("invents a name from the seed and notes what it filled in", () => {
    const { inputs, failures } = check({ soil: "loam" });
    expect(failures).toEqual([]);
    expect(inputs).toEqual({ soil: "loam", fenced: true, name: "bed-039058c", __defaults: ["fenced", "name"] });
  });

  it("invents the same name from the same seed, and another from another", () => {
    const other = checkInputs(plotFace, {
      logicalName: "bed",
      seed: new Uint8Array([4]),
      olds: {},
      news: { soil: "loam" },
    });
    expect(check({ soil: "loam" }).inputs["name"]).toBe("bed-039058c");
    expect(other.inputs["name"]).toMatch(/^bed-[0-9a-f]{7}$/);
    expect(other.inputs["name"]).not.toBe("bed-039058c");
  });

  it("keeps the name it invented before", () => {
    const olds = { name: "bed-0000000", __defaults: ["name"] };
    expect(check({ soil: "loam" }, olds).inputs["name"]).toBe("bed-0000000");
  });

  it("does not keep a name that a person had chosen and has dropped", () => {
    expect(check({ soil: "loam" }, { name: "mine", __defaults: [] }).inputs["name"]).toBe("bed-039058c");
  });

  it("leaves a given name, also one that is not known yet", () => {
    expect(check({ soil: "loam", name: "mine" }).inputs["name"]).toBe("mine");
    expect(check({ soil: "loam", name: unknown }).inputs["name"]).toBe(unknown);
  });

  it("refuses to invent a name that would be too long", () => {
    expect(check({ soil: "loam" }, {}, "a".repeat(12)).failures).toEqual([]);
    expect(check({ soil: "loam" }, {}, "a".repeat(13)).failures).toEqual([
      {
        property: "name",
        reason: "name cannot be made from the name aaaaaaaaaaaaa: it is longer than 12 characters; set name",
      },
    ]);
  });

  it("writes a document given as an object as JSON with its keys in order", () => {
    expect(check({ soil: "loam", plan: { Beds: ["b", "a"] } }).inputs["plan"]).toBe('{"Beds":["b","a"]}');
    expect(check({ soil: "loam", plan: "as it is" }).inputs["plan"]).toBe("as it is");
  });

  it("does not know a document with an unknown part", () => {
    expect(check({ soil: "loam", plan: { Beds: ["b", unknown] } }).inputs["plan"]).toBe(unknown);
  });
});

describe("what stays secret", () => {
  it("is what was given as a secret, with its exact marks", () => {
    expect(check({ soil: secret("loam"), tags: { a: secret("1"), b: "2" } }).inputs).toMatchObject({
      soil: secret("loam"),
      tags: { a: secret("1"), b: "2" },
    });
  });

  it("is a document made of secret parts, as a whole", () => {
    expect(check({ soil: "loam", plan: { Beds: [secret("b")] } }).inputs["plan"]).toEqual(secret('{"Beds":["b"]}'));
  });

  it("is what the schema says", () => {
    expect(check({ soil: "loam", password: "p" }).inputs["password"]).toEqual(secret("p"));
  });
});

describe("what a check refuses", () => {
  it("is a missing required property", () => {
    expect(reasons({})).toEqual(["soil is required and missing"]);
    expect(reasons({ soil: unknown })).toEqual([]);
  });

  it("is a name the SDK does not declare, with the nearest one", () => {
    expect(reasons({ soil: "loam", plnts: [] })).toEqual([
      "plnts is not a property the SDK declares, and is not modelled by the emulated clouds; did you mean plants?",
    ]);
  });

  it("is a name that is no own property of the schema", () => {
    expect(reasons({ soil: "loam", constructor: "x" })[0]).toMatch(/^constructor is not a property the SDK declares/);
  });

  it("is a property that is declared and not modelled, at any depth", () => {
    expect(reasons({ soil: "loam", greenhouse: "big" })).toEqual(["greenhouse is not modelled by the emulated clouds"]);
    expect(reasons({ soil: "loam", gate: { colour: "red", lock: { code: "1", maker: "x" } } })).toEqual([
      "gate.lock.maker is not modelled by the emulated clouds",
    ]);
  });

  it("is a misspelt or missing key of a nested object", () => {
    expect(check({ soil: "loam", gate: { color: "red" } }).failures).toEqual([
      {
        property: "gate.color",
        reason:
          "gate.color is not a property the SDK declares, and is not modelled by the emulated clouds; did you mean colour?",
      },
      { property: "gate.colour", reason: "gate.colour is required and missing" },
    ]);
  });

  it("is a wrong basic type, and never the value itself", () => {
    expect(
      reasons({ soil: 1, size: "1", fenced: "true", tags: ["a"], plants: "rose", rows: [1, "2"], gate: secret("red") }),
    ).toEqual([
      "soil must be of type string, not number",
      "size must be of type number, not string",
      "fenced must be of type boolean, not string",
      "tags must be of type map, not list",
      "plants must be of type list, not string",
      "rows[1] must be of type number, not string",
      "gate must be of type object, not string",
    ]);
  });

  it("names the place inside the alternative that comes nearest", () => {
    expect(reasons({ soil: "loam", plan: { Beds: "rose" } })).toEqual(["plan.Beds must be of type list, not string"]);
    expect(reasons({ soil: "loam", plan: 1 })).toEqual(["plan must be of type string or object, not number"]);
  });

  it("is what the face's own checks find", () => {
    expect(reasons({ soil: "lava" })).toEqual(["soil lava: nothing grows in it"]);
  });

  it("accepts unknown parts at any depth, and keys of a map that are no names", () => {
    expect(reasons({ soil: "loam", gate: unknown, rows: [unknown], tags: { "a.b": unknown } })).toEqual([]);
  });
});
