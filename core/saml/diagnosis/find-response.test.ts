import { describe, expect, it } from "vitest";
import { encodeResponse } from "#core/saml/response";
import { findResponse } from "./find-response";

const xml = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">Grüße ~~~ ???>></samlp:Response>`;
const base64 = encodeResponse(xml);
const lines = base64.replace(/.{20}/g, "$&\r\n");
const posted = { startedDateTime: "2026-03-01T12:00:01.500Z" };
const entry = (postData: object) => ({ ...posted, request: { method: "POST", postData } });

describe("findResponse", () => {
  it("has an example that percent-encoding and spaces could spoil", () => {
    expect(base64).toMatch(/\+/);
    expect(base64).toMatch(/=$/);
  });

  it.each([
    ["XML", xml, "XML"],
    ["XML behind a byte order mark and in quotes", `\uFEFF "${xml.replaceAll('"', '\\"')}" \n`, "XML"],
    ["base64", base64, "base64"],
    ["base64 with line breaks and spaces around", `\n  ${lines}\n`, "base64"],
    ["base64 in quotes", `'${base64}'`, "base64"],
    ["base64, percent-encoded", encodeURIComponent(base64), "base64"],
    ["base64 whose + became spaces", base64.replaceAll("+", " "), "base64"],
    ["base64 without its padding", base64.replace(/=+$/, ""), "base64"],
    ["a form's body", `SAMLResponse=${encodeURIComponent(base64)}&RelayState=x`, "a form's field"],
    ["a form's body, the other way round", `RelayState=&SAMLResponse=${encodeURIComponent(base64)}`, "a form's field"],
    ["a network panel", `SAMLResponse: ${base64}\nRelayState: `, "a form's field"],
    [
      "a copy as cURL",
      `curl 'https://x' \\\n  --data-raw 'SAMLResponse=${encodeURIComponent(base64)}'`,
      "a form's field",
    ],
    ["JSON", JSON.stringify({ SAMLResponse: base64, RelayState: "" }), "a form's field"],
    [
      "the page with the form",
      `<!DOCTYPE html><form><input type="hidden" name="SAMLResponse" value="${base64.replaceAll("+", "&#x2B;")}" /></form>`,
      "a page",
    ],
    ["a HAR file's parameters", har(entry({ params: [{ name: "SAMLResponse", value: base64 }] })), "a HAR file"],
    ["a HAR file's text", har(entry({ text: `SAMLResponse=${encodeURIComponent(base64)}` })), "a HAR file"],
    [
      "one entry of a HAR file",
      JSON.stringify(entry({ params: [{ name: "SAMLResponse", value: base64 }] })),
      "a HAR file",
    ],
  ])("finds it in %s", (_, text, form) => {
    expect(findResponse(text)).toMatchObject({ xml, form, others: 0 });
  });

  it("takes the last of several, with the time at which it was posted", () => {
    const older = entry({ params: [{ name: "SAMLResponse", value: encodeResponse("<a/>") }] });
    const newer = {
      ...entry({ params: [{ name: "SAMLResponse", value: base64 }] }),
      startedDateTime: "2026-03-01T13:00:00Z",
    };
    expect(findResponse(har(older, newer))).toEqual({
      xml,
      form: "a HAR file",
      postedAt: new Date("2026-03-01T13:00:00Z"),
      others: 1,
    });
  });

  it("takes the last that was posted to AWS, where others were posted elsewhere after it", () => {
    const postedTo = (url: string, value: string) => {
      const one = entry({ params: [{ name: "SAMLResponse", value }] });
      return { ...one, request: { ...one.request, url } };
    };
    const [aws, other] = [
      "https://eu-west-1.signin.aws.amazon.com/saml?x=1",
      "https://signin.aws.amazon.com.example/saml",
    ];
    const recording = har(postedTo(aws, base64), postedTo(other, encodeResponse("<b/>")));
    expect(findResponse(recording)).toMatchObject({ xml, others: 1 });
    expect(findResponse(recording)).not.toHaveProperty("postedTo");
    const elsewhere = har(postedTo(other, encodeResponse("<b/>")), postedTo(other, base64));
    expect(findResponse(elsewhere)).toMatchObject({ xml, others: 1 });
  });

  it.each([
    ["nothing", " \n", "there is nothing to read"],
    ["something else", "Hello, world!", "there is no SAMLResponse in it"],
    ["JSON of something else", `{"log":{"entries":[{"request":null},5]}}`, "there is no SAMLResponse in it"],
    ["what was cut", base64.slice(0, 41), "what stands there as SAMLResponse is not the base64 of an XML document"],
    ["what is no XML", "AAAA", "what stands there as SAMLResponse is not the base64 of an XML document"],
  ])("says of %s that there is none, and how to copy it", (_, text, problem) => {
    expect(findResponse(text)).toEqual({ problem, remedy: expect.stringContaining("SAMLResponse") as string });
  });

  it("reads fifty million characters, and not one more", () => {
    const longest = `${" ".repeat(50_000_000 - base64.length)}${base64}`;
    expect(findResponse(longest)).toMatchObject({ xml });
    expect(findResponse(` ${longest}`)).toMatchObject({ problem: "50000001 characters, at most 50000000 are read" });
  });

  it("is soon done with texts that are made to keep it busy", () => {
    for (const part of ["SAMLResponse=", "<input ", 'name="SAMLResponse" ', "A ", "%", "[{"]) {
      const started = performance.now();
      findResponse(part.repeat(200_000));
      findResponse(`SAMLResponse=${part.repeat(200_000)}`);
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });
});

function har(...entries: readonly object[]): string {
  return JSON.stringify({ log: { version: "1.2", entries } });
}
