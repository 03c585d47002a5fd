import { describe, expect, it } from "vitest";
import { decodeResponse, encodeResponse, longestEncodedResponse } from ".";

const notBase64 = { refusal: { code: "malformed", message: "the response is not base64" } };

describe("decodeResponse", () => {
  it("reads what encodeResponse wrote", () => {
    expect(decodeResponse(encodeResponse("<ä>😀</ä>"))).toEqual({ xml: "<ä>😀</ä>" });
  });

  it("reads base64 with line breaks", () => {
    expect(decodeResponse("PGE+\r\nPC9h\nPg==\n")).toEqual({ xml: "<a></a>" });
  });

  it("leaves a byte order mark to the reader of XML", () => {
    expect(decodeResponse(encodeResponse("\uFEFF<a/>"))).toEqual({ xml: "\uFEFF<a/>" });
  });

  it.each([
    ["nothing", ""],
    ["a missing padding", "PGE+PC9hPg"],
    ["a wrong padding", "PGE+PC9hPg="],
    ["more behind the padding", "PGE+PC9hPg==PGE+"],
    ["bits behind the last byte", "PGE+PC9hPh=="],
    ["the alphabet of URLs", "PGE-PC9hPg=="],
    ["a space", "PGE+ PC9hPg=="],
    ["XML", "<a></a>"],
  ])("refuses %s", (_what, text) => {
    expect(decodeResponse(text)).toEqual(notBase64);
  });

  it("refuses what is not UTF-8", () => {
    expect(decodeResponse(Buffer.from([0x3c, 0xff]).toString("base64"))).toEqual({
      refusal: { code: "malformed", message: "the response is not UTF-8" },
    });
  });

  it("takes 100,000 characters and refuses 100,001", () => {
    expect(decodeResponse("A".repeat(longestEncodedResponse))).toEqual({ xml: "\0".repeat(75_000) });
    expect(decodeResponse("A".repeat(longestEncodedResponse + 1))).toEqual({
      refusal: { code: "too-large", message: "100001 characters of base64, at most 100000 are taken" },
    });
  });
});
