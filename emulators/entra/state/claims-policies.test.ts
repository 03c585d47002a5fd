import { describe, expect, it } from "vitest";

import { claimsPolicyDefinition } from "#core/entra";

import { parseClaimsDefinition } from "./claims-policies";

const definition = (schema: unknown, more: object = {}) =>
  JSON.stringify({ ClaimsMappingPolicy: { Version: 1, ClaimsSchema: schema, ...more } });

describe("parseClaimsDefinition", () => {
  it("reads the definition that the stacks write", () => {
    const attribute = (name: string) => `https://aws.amazon.com/SAML/Attributes/${name}`;
    expect(parseClaimsDefinition(claimsPolicyDefinition({ sessionDuration: 3600 }))).toEqual({
      includeBasicClaimSet: true,
      rules: [
        { samlClaimType: attribute("Role"), source: { kind: "property", of: "user", id: "assignedroles" } },
        {
          samlClaimType: attribute("RoleSessionName"),
          source: { kind: "property", of: "user", id: "userprincipalname" },
        },
        { samlClaimType: attribute("SessionDuration"), source: { kind: "value", value: "3600" } },
      ],
    });
  });

  it.each([
    ["true", true],
    ["false", false],
    [false, false],
    [undefined, true],
  ])("includes the basic claims for %j: %j", (given, expected) => {
    expect(parseClaimsDefinition(definition([], { IncludeBasicClaimSet: given }))?.includeBasicClaimSet).toBe(expected);
  });

  it.each([
    ["no JSON", "{"],
    ["a list", "[]"],
    ["another version", JSON.stringify({ ClaimsMappingPolicy: { Version: 2 } })],
    ["no policy", "{}"],
    ["a schema that is no list", definition({})],
    ["a rule without a source", definition([{ SamlClaimType: "t" }])],
    ["a rule without a claim type", definition([{ Value: "v" }])],
    ["a value that is no text", definition([{ SamlClaimType: "t", Value: 3600 }])],
  ])("finds nothing in %s", (_what, text) => {
    expect(parseClaimsDefinition(text)).toBeUndefined();
  });

  it("passes over claims that are for tokens only", () => {
    expect(parseClaimsDefinition(definition([{ JwtClaimType: "t", Value: "v" }]))?.rules).toEqual([]);
  });
});
