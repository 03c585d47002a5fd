import { describe, expect, it } from "vitest";

import { parseAuthorization, type SignatureClaim } from "./authorization-header";
import type { SignedRequest } from "./canonical-request";
import { verifySignature } from "./verify-signature";

// The published examples of AWS: the test suite's get-vanilla, and ListUsers of the signing guide.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html (read 2026-11-24)
const secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const signedAt = new Date("2015-08-30T12:36:00Z");
const scope = "AKIDEXAMPLE/20150830/us-east-1";

const vanilla: SignedRequest = {
  method: "GET",
  path: "/",
  query: "",
  headers: new Map([
    ["host", "example.amazonaws.com"],
    ["x-amz-date", "20150830T123600Z"],
  ]),
  body: "",
};
const listUsers: SignedRequest = {
  ...vanilla,
  query: "Action=ListUsers&Version=2010-05-08",
  headers: new Map([
    ["content-type", "application/x-www-form-urlencoded; charset=utf-8"],
    ["host", "iam.amazonaws.com"],
    ["x-amz-date", "20150830T123600Z"],
  ]),
};

function claim(header: string): SignatureClaim {
  const parsed = parseAuthorization(header);
  if (parsed === undefined) throw new Error("the header was not read");
  return parsed;
}

const vanillaClaim = claim(
  `AWS4-HMAC-SHA256 Credential=${scope}/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31`,
);
const listUsersClaim = claim(
  `AWS4-HMAC-SHA256 Credential=${scope}/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7`,
);

const minutes = (count: number): Date => new Date(signedAt.getTime() + count * 60_000);

describe("verifySignature", () => {
  it("accepts the published examples", () => {
    expect(verifySignature(vanilla, vanillaClaim, secret, signedAt)).toBeUndefined();
    expect(verifySignature(listUsers, listUsersClaim, secret, signedAt)).toBeUndefined();
  });

  it.each([
    ["another method", { method: "POST" }],
    ["another path", { path: "/a" }],
    ["another query", { query: "Action=ListRoles&Version=2010-05-08" }],
    ["another body", { body: "x" }],
    ["another header value", { headers: new Map([...listUsers.headers, ["host", "sts.amazonaws.com"]]) }],
  ])("refuses %s", (_, change) => {
    expect(verifySignature({ ...listUsers, ...change }, listUsersClaim, secret, signedAt)?.refusal).toBe(
      "signature-mismatch",
    );
  });

  it("refuses another secret", () => {
    const refusal = verifySignature(vanilla, vanillaClaim, `${secret}x`, signedAt);
    expect(refusal?.refusal).toBe("signature-mismatch");
    expect(refusal?.message).toContain(
      "The request signature we calculated does not match the signature you provided.",
    );
  });

  it("takes clocks that are 15 minutes apart and no more", () => {
    expect(verifySignature(vanilla, vanillaClaim, secret, minutes(15))).toBeUndefined();
    expect(verifySignature(vanilla, vanillaClaim, secret, minutes(-15))).toBeUndefined();
    expect(verifySignature(vanilla, vanillaClaim, secret, minutes(16))).toEqual({
      refusal: "expired",
      message: "Signature expired: 20150830T123600Z is now earlier than 20150830T123700Z (20150830T125200Z - 15 min.)",
    });
    expect(verifySignature(vanilla, vanillaClaim, secret, minutes(-16))).toEqual({
      refusal: "not-yet-current",
      message:
        "Signature not yet current: 20150830T123600Z is still later than 20150830T123500Z (20150830T122000Z + 15 min.)",
    });
  });

  it("refuses a header that should have been signed and was not", () => {
    const headers = new Map([...vanilla.headers, ["x-amz-security-token", "t"]]);
    expect(verifySignature({ ...vanilla, headers }, vanillaClaim, secret, signedAt)).toEqual({
      refusal: "header-not-signed",
      message: "There were headers present in the request which were not signed: x-amz-security-token",
    });
  });

  it("refuses a missing date and a scope of another day", () => {
    const undated = { ...vanilla, headers: new Map([["host", "example.amazonaws.com"]]) };
    expect(verifySignature(undated, vanillaClaim, secret, signedAt)?.refusal).toBe("date-missing");
    expect(verifySignature(vanilla, { ...vanillaClaim, date: "20150831" }, secret, signedAt)?.refusal).toBe(
      "scope-date-mismatch",
    );
  });

  it("leaves a body unsigned only where S3 does", () => {
    const signedHeaders = ["host", "x-amz-content-sha256", "x-amz-date"];
    const request = {
      ...vanilla,
      headers: new Map([...vanilla.headers, ["x-amz-content-sha256", "UNSIGNED-PAYLOAD"]]),
    };
    const refusalFor = (service: string) =>
      verifySignature(request, { ...vanillaClaim, service, signedHeaders }, secret, signedAt)?.refusal;
    expect(refusalFor("s3")).toBe("signature-mismatch");
    expect(refusalFor("iam")).toBe("payload-hash-mismatch");
  });
});

describe("parseAuthorization", () => {
  it("reads key, scope and headers", () => {
    expect(listUsersClaim).toMatchObject({
      accessKeyId: "AKIDEXAMPLE",
      date: "20150830",
      region: "us-east-1",
      service: "iam",
      signedHeaders: ["content-type", "host", "x-amz-date"],
    });
  });

  it.each([
    "",
    "Basic abc",
    "AWS4-HMAC-SHA256 Credential=A/20150830/r/s/aws4_request, SignedHeaders=host, Signature=00",
  ])("does not read %j", (header) => {
    expect(parseAuthorization(header)).toBeUndefined();
  });
});
