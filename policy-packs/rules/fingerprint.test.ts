import { describe, expect, it } from "vitest";
import { fingerprint } from "./fingerprint";

describe("fingerprint", () => {
  it("is FNV-1a of 64 bits", () => {
    // The published values of the algorithm for these texts.
    expect(fingerprint([""])).toBe("cbf29ce484222325");
    expect(fingerprint(["a"])).toBe("af63dc4c8601ec8c");
    expect(fingerprint(["foobar"])).toBe("85944171f73967e8");
  });

  it("tells parts apart that are the same text together", () => {
    expect(fingerprint(["a", "b"])).not.toBe(fingerprint(["ab", ""]));
  });
});
