import { describe, expect, it } from "vitest";

import { listParameter, parseQuery } from "./query-request";
import { queryError, queryResponse, restXmlError, restXmlResponse } from "./responses";
import { escapeXml, XmlList } from "./xml";

describe("parseQuery", () => {
  it("takes action and version out of the fields", () => {
    const request = parseQuery("Action=ListUsers&Version=2010-05-08&PathPrefix=%2Fa%2F&__proto__=x");
    expect(request?.action).toBe("ListUsers");
    expect(request?.version).toBe("2010-05-08");
    expect([...(request?.parameters ?? [])]).toEqual([
      ["PathPrefix", "/a/"],
      ["__proto__", "x"],
    ]);
  });

  it("names the fields that came more than once", () => {
    expect(parseQuery("Action=A&RoleArn=a&RoleArn=b&Marker=c&Action=B")?.repeated).toEqual(["Action", "RoleArn"]);
    expect(parseQuery("Action=A&RoleArn=a")?.repeated).toEqual([]);
  });

  it("finds nothing without an action", () => {
    expect(parseQuery("Version=2010-05-08")).toBeUndefined();
    expect(parseQuery("Action=")).toBeUndefined();
  });

  it("reads lists in the order of their numbers, a gap or not", () => {
    const parameters = new Map([
      ["Arns.member.2.arn", "b"],
      ["Arns.member.1.arn", "a"],
      ["Arns.member.4.arn", "d"],
      ["Names.member.1", "n"],
    ]);
    expect(listParameter(parameters, "Arns", "arn")).toEqual(["a", "b", "d"]);
    expect(listParameter(parameters, "Names")).toEqual(["n"]);
    expect(listParameter(parameters, "Others")).toEqual([]);
  });
});

describe("answers", () => {
  it("wraps a result and writes dates, lists and absent values as the protocol does", () => {
    const document = queryResponse({
      action: "ListThings",
      namespace: "https://example.com/doc/",
      result: {
        Things: [{ Name: "a", At: new Date("2026-01-02T03:04:05.678Z"), Gone: undefined }],
        IsTruncated: false,
      },
      requestId: "r-1",
    });
    expect(document).toBe(
      '<ListThingsResponse xmlns="https://example.com/doc/"><ListThingsResult><Things><member><Name>a</Name>' +
        "<At>2026-01-02T03:04:05Z</At></member></Things><IsTruncated>false</IsTruncated></ListThingsResult>" +
        "<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></ListThingsResponse>",
    );
  });

  it("escapes what comes from outside, in answers and in errors", () => {
    const hostile = `</Message><Code>"&'`;
    const escaped = "&lt;/Message&gt;&lt;Code&gt;&quot;&amp;&apos;";
    expect(queryError({ namespace: "n", fault: "Sender", code: "C", message: hostile, requestId: "r" })).toBe(
      `<ErrorResponse xmlns="n"><Error><Type>Sender</Type><Code>C</Code><Message>${escaped}</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
    );
    expect(restXmlError({ code: "C", message: hostile, requestId: "r" })).toContain(`<Message>${escaped}</Message>`);
  });

  it("replaces characters that XML cannot hold and keeps pairs", () => {
    expect(escapeXml("a\u0000b\u001Fc\uD800d")).toBe("a\uFFFDb\uFFFDc\uFFFDd");
    expect(escapeXml("\u{1F511}\t\n\r")).toBe("\u{1F511}\t\n&#13;");
  });

  it("names list entries where they have a name of their own", () => {
    expect(restXmlResponse({ root: "R", namespace: "n", result: { L: new XmlList("E", ["x"]) } })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<R xmlns="n"><L><E>x</E></L></R>',
    );
  });
});
