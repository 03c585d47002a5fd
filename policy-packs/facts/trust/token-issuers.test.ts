import { describe, expect, it } from "vitest";
import { issuerAt } from "./token-issuers";

describe("issuerAt", () => {
  it.each([
    ["gitlab.com", "project_path:contoso/site:ref_type:branch:ref:main", true],
    ["gitlab.com", "project_path:contoso/*", false],
    ["gitlab.com", "project_path:*", false],
    ["app.terraform.io", "organization:contoso:project:shop:workspace:*:run_phase:*", true],
    ["app.terraform.io", "organization:*", false],
    ["token.actions.githubusercontent.com", "repo:contoso/site:environment:production", true],
    ["token.actions.githubusercontent.com", "repo:contoso/site", false],
    ["token.actions.githubusercontent.com", "repo:contoso/*:ref:refs/heads/main", false],
  ])("knows the subjects of %s: %s is one workload's: %s", (url, subject, isOne) => {
    expect(issuerAt(url).subject?.form.test(subject)).toBe(isOne);
  });

  it("wants an audience and a subject of an issuer that it does not know", () => {
    expect(issuerAt("ci.example.com")).toMatchObject({ name: "", demanded: [[":aud"], [":sub"]] });
  });
});
