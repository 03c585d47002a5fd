import { describe, expect, it } from "vitest";
import { anyCharacter, anySequence } from "./match-wildcard";
import type { AuthorizationRequest } from "./request";
import { resolveVariables } from "./resolve-variables";

const request: AuthorizationRequest = {
  principalArn: "arn:aws:iam::111122223333:user/alice",
  action: "s3:GetObject",
  resource: "arn:aws:s3:::bucket/alice",
  context: new Map([
    ["aws:username", ["alice"]],
    ["aws:principaltag/star", ["a*b"]],
    ["aws:principaltag/nested", ["${aws:username}"]],
    ["aws:tagkeys", ["one", "two"]],
  ]),
  unknownKeys: new Set(["aws:principaltag/team"]),
};

function resolve(text: string, reading = { wildcards: true, variables: true }) {
  const resolved = resolveVariables(text, request, reading);
  if (!("pattern" in resolved)) return resolved;
  return resolved.pattern
    .map((token) => (token === anySequence ? "<any>" : token === anyCharacter ? "<one>" : token))
    .join("");
}

describe("resolveVariables", () => {
  it.each([
    ["plain", "plain"],
    ["home/${aws:username}/*", "home/alice/<any>"],
    ["${AWS:UserName}", "alice"],
    ["${ aws:username }", "alice"],
    ["${*}${?}${$}{x}*?", "*?${x}<any><one>"],
    ["${aws:principaltag/star}*", "a*b<any>"],
    ["${aws:principaltag/nested}", "${aws:username}"],
    ["${aws:PrincipalTag/none, 'com*pany'}", "com*pany"],
    ["${aws:PrincipalTag/none, 'it''s'}", "it's"],
    ["${aws:username, 'nobody'}", "alice"],
    ["${aws:tagkeys, 'several'}", "several"],
    ["${unclosed", "${unclosed"],
  ])("reads %s as %s", (text, expected) => {
    expect(resolve(text)).toBe(expected);
  });

  it("has no value for a key that is absent, or has several values, or is misspelt", () => {
    expect(resolve("${aws:PrincipalTag/none}")).toEqual({ noValue: "aws:PrincipalTag/none" });
    expect(resolve("${aws:TagKeys}")).toEqual({ noValue: "aws:TagKeys" });
    expect(resolve("${}")).toEqual({ noValue: "" });
  });

  it("tells the keys that nobody knows, with a default too", () => {
    expect(resolve("${aws:PrincipalTag/team, 'x'}-${aws:username}")).toEqual({
      unknownKeys: ["aws:principaltag/team"],
    });
  });

  it("reads wildcards, and variables, only where asked", () => {
    expect(resolve("*${*}", { wildcards: false, variables: true })).toBe("**");
    expect(resolve("${aws:username}*", { wildcards: true, variables: false })).toBe("${aws:username}<any>");
  });
});
