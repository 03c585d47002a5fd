import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReviewResult } from "#cli/jobs";
import { hostileText } from "./markdown.test-support";
import { renderReviewSarif } from "./review-sarif";
import { finding, reviewWith, waiver } from "./review.test-support";
import { sarifSchema } from "./sarif-schema.test-support";

const ajv = new Ajv({
  formats: { uri: isUri, "uri-reference": (text: string) => isUri(new URL(text, "file:///").href) },
});
const isValid = ajv.compile(sarifSchema);

function isUri(text: string): boolean {
  return URL.canParse(text);
}

function sarifOf(review: ReviewResult) {
  const log = JSON.parse(renderReviewSarif(review)) as {
    readonly runs: readonly {
      readonly tool: { readonly driver: { readonly rules: readonly Record<string, unknown>[] } };
      readonly results: readonly Record<string, unknown>[];
      readonly automationDetails: object;
    }[];
  };
  expect(isValid(log) ? [] : isValid.errors).toEqual([]);
  const [run] = log.runs;
  if (run === undefined) throw new Error("a log has a run");
  return { rules: run.tool.driver.rules, results: run.results, automationDetails: run.automationDetails };
}

const located = finding({ location: { file: "roles/open.ts", line: 7, column: 3 } });

describe("a review as SARIF", () => {
  it("is valid, without findings too, which closes the alerts that there were", () => {
    expect(sarifOf(reviewWith([]))).toEqual({
      rules: [],
      results: [],
      automationDetails: { id: "entra-aws/shop/dev/" },
    });
  });

  it("says of a finding its rule, message, line, resource and fingerprint", () => {
    expect(sarifOf(reviewWith([located])).results).toEqual([
      {
        ruleId: "trust-example",
        ruleIndex: 0,
        level: "error",
        message: { text: "anybody can assume it. Name the principals that are meant." },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "roles/open.ts", index: 0 },
              region: { startLine: 7, startColumn: 3 },
            },
            logicalLocations: [
              { name: "open", fullyQualifiedName: "urn:pulumi:dev::shop::aws:iam/role:Role::open", kind: "resource" },
            ],
          },
        ],
        partialFingerprints: { "entraAwsFinding/v1": "0123456789abcdef" },
        properties: { outcome: "violation", enforcement: "mandatory", property: "assumeRolePolicy" },
      },
    ]);
  });

  it("has each rule once, with its help and how grave it is", () => {
    const { rules } = sarifOf(reviewWith([located, finding({ fingerprint: "fedcba9876543210" })]));
    expect(rules).toEqual([
      {
        id: "trust-example",
        shortDescription: { text: "A trust is as narrow as it can be" },
        fullDescription: { text: "Whoever is trusted becomes the role." },
        help: {
          text: "Whoever is trusted becomes the role. Name the principals that are meant.",
          markdown:
            "Whoever is trusted becomes the role.\n\n**How to mend it:** Name the principals that are meant.\n\n" +
            "- <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html>",
        },
        helpUri: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html",
        defaultConfiguration: { level: "error" },
        properties: {
          tags: ["security", "CIS AWS 5.0.0 1.15"],
          precision: "high",
          "security-severity": "8.0",
        },
      },
    ]);
  });

  it("suppresses a waived finding, with its reason and its last day", () => {
    const [result] = sarifOf(reviewWith([finding({ waived: waiver })])).results;
    expect(result?.["suppressions"]).toEqual([
      { kind: "external", status: "accepted", justification: "moves next month (until 2027-03-31, platform)" },
    ]);
  });

  it.each([
    ["critical", "violation", "error", "9.5"],
    ["high", "violation", "error", "8.0"],
    ["medium", "violation", "warning", "5.5"],
    ["low", "violation", "note", "2.0"],
    ["critical", "undetermined", "warning", "9.5"],
    ["low", "undetermined", "note", "2.0"],
    ["critical", "failed", "error", "9.5"],
  ] as const)("ranks %s, %s as %s", (severity, outcome, level, score) => {
    const { rules, results } = sarifOf(reviewWith([finding({ severity, outcome })]));
    expect(results[0]?.["level"]).toBe(level);
    expect((rules[0]?.["properties"] as Record<string, unknown>)["security-severity"]).toBe(score);
  });

  it.each([
    ["is in a folder of the repository", "infra/", "roles/open.ts", "infra/roles/open.ts", 7],
    ["is beside the project", "infra/", "../shared/open.ts", "shared/open.ts", 7],
    ["is outside of the repository", "", "../shared/open.ts", "Pulumi.yaml", 1],
    ["has a blank in its name", "", "my roles/open.ts", "my%20roles/open.ts", 7],
  ])("names a file from the repository's root when it %s", (_title, projectPath, file, uri, line) => {
    const review = reviewWith([finding({ location: { file, line } })], { projectPath });
    const [place] = sarifOf(review).results[0]?.["locations"] as {
      physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } };
    }[];
    expect([place?.physicalLocation.artifactLocation.uri, place?.physicalLocation.region.startLine]).toEqual([
      uri,
      line,
    ]);
  });

  it("is about the project where a finding has neither line nor resource", () => {
    const { resource: _, ...missing } = finding();
    const [result] = sarifOf(reviewWith([missing], { projectPath: "infra/" })).results;
    expect(result?.["locations"]).toEqual([
      { physicalLocation: { artifactLocation: { uri: "infra/Pulumi.yaml", index: 0 }, region: { startLine: 1 } } },
    ]);
  });

  it("makes no link and no placeholder of what a cloud calls a thing", () => {
    const [result] = sarifOf(reviewWith([finding({ message: "[x](javascript:y) {0}" })])).results;
    expect(result?.["message"]).toEqual({
      text: "\\[x\\](javascript:y) {{0}}. Name the principals that are meant.",
    });
  });

  it("is valid whatever clouds call things", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (name, file) => {
        const hostile = finding({
          pack: name,
          rule: name,
          message: name,
          property: name,
          frameworks: [name, name],
          references: [name],
          resource: { urn: name, type: name, name },
          location: { file, line: 1 },
          waived: { ...waiver, reason: name },
        });
        const { results } = sarifOf(reviewWith([hostile, finding({ title: name, why: name })], { stack: name }));
        expect(results).toHaveLength(2);
      }),
      { numRuns: 500 },
    );
  });
});
