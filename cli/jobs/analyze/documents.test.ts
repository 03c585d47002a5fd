import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ServiceAuthorizationReference } from "#core/aws/service-reference";
import type { DocumentAnswer } from "./document-answer";
import { analyzeDocumentsLine, type DocumentSurroundings } from "./documents";

const noServices: ServiceAuthorizationReference = {
  hasService: () => false,
  service: () => undefined,
  prefixes: [],
  globalConditionKeys: new Map(),
};
const surroundings: DocumentSurroundings = {
  now: Date.parse("2026-11-25T00:00:00Z"),
  services: () => Promise.resolve(noServices),
};

const answer = (line: unknown): Promise<DocumentAnswer> => analyzeDocumentsLine(line, surroundings);

const allow = (Action: unknown, more: object = {}): object => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource: "*", ...more }],
});

/** The answer to whether it escalates, by which methods. */
async function escalation(line: object): Promise<unknown> {
  const { escalates, methods } = await answer(line);
  return { escalates, methods };
}

const toEc2 = { escalates: true, methods: ["CreateEC2WithExistingIP"] };
const not = { escalates: false, methods: [] };
const unreadable = { escalates: null, methods: [] };

describe("analyzeDocumentsLine", () => {
  it("answers with the line's id, the finding, its place and the methods", async () => {
    const line = { id: "x", document: allow(["iam:PassRole", "ec2:RunInstances"]) };
    const { findings, ...rest } = await answer(line);
    expect(rest).toEqual({ id: "x", ...toEc2 });
    expect(findings.filter(({ rule }) => rule === "iam-escalation")).toEqual([
      {
        rule: "iam-escalation",
        severity: "critical",
        message: "`iam:PassRole` + `ec2:RunInstances` → becomes any role, by an instance",
        path: "Statement[0]",
      },
    ]);
  });

  it("joins the documents of one principal, each an object or text", async () => {
    const documents = [allow("iam:PassRole"), JSON.stringify(allow("ec2:RunInstances"))];
    expect(await escalation({ documents })).toEqual(toEc2);
    expect(await escalation({ documents: [documents[0]] })).toEqual(not);
    const { findings } = await answer({ documents });
    expect(findings.find(({ rule }) => rule === "iam-escalation")?.path).toBe("documents[0].Statement[0]");
  });

  it("keeps to the boundary", async () => {
    const document = allow(["iam:PassRole", "ec2:RunInstances"]);
    expect(await escalation({ document, boundary: allow("ec2:*") })).toEqual(not);
    expect(await escalation({ document, boundary: JSON.stringify(allow(["IAM:pass*", "ec2:*"])) })).toEqual(toEc2);
    expect(await escalation({ document, boundary: null })).toEqual(toEc2);
    expect(await escalation({ document, boundary: "nothing" })).toMatchObject({ escalates: null });
  });

  it.each(["trust", "resource"])("says of a %s policy that it does not escalate", async (kind) => {
    const document = { Statement: { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" } };
    expect(await escalation({ kind, document })).toEqual(not);
    expect(await escalation({ kind, document: "{" })).toEqual(unreadable);
  });

  it("finds nothing in a statement that names a principal, which no principal's policy can", async () => {
    const document = { Statement: { Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" } };
    expect(await escalation({ document })).toEqual(not);
  });

  it("reads what AWS refuses but whose meaning is clear", async () => {
    const Statement = ["iam:PassRole", "ec2:RunInstances"].map((Action) => ({ Sid: "a", Effect: "Allow", Action }));
    expect(await escalation({ document: { Statement, Comment: "both" } })).toEqual(toEc2);
    expect(await escalation({ document: encodeURIComponent(JSON.stringify({ Statement })) })).toEqual(toEc2);
  });

  it.each<[string, unknown]>([
    ["text that is not JSON", "garbage"],
    ["JSON that is no policy", "[]"],
    ["a number", 7],
    ["a list", [allow("*")]],
    ["a policy without statements", {}],
    ["an effect that is none", { Statement: { Effect: "allow", Action: "*", Resource: "*" } }],
    ["a key that stands twice", '{"Statement":{"Effect":"Allow","Effect":"Deny","Action":"*","Resource":"*"}}'],
    ["nested ten thousand deep", `${"[".repeat(10_000)}${"]".repeat(10_000)}`],
    ["an unpaired surrogate", '{"Statement":"\ud800"}'],
  ])("answers null for %s, and says where it is wrong", async (_title, document) => {
    const { findings, ...rest } = await answer({ id: 1, document });
    expect(rest).toEqual({ id: 1, ...unreadable });
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(["policy-valid"]));
  });

  it("answers null for all documents where one cannot be read", async () => {
    const answered = await answer({ documents: [allow("iam:PutUserPolicy"), "garbage"] });
    expect(answered.escalates).toBeNull();
    expect(answered.findings.find(({ rule }) => rule === "policy-valid")?.path).toBe("documents[1]");
  });

  it.each<[unknown, string]>([
    [7, "7 is not an object with a document"],
    [{}, "one of document and documents is needed"],
    [{ document: {}, documents: [] }, "one of document and documents is needed"],
    [{ documents: {} }, "documents is not a list"],
    [{ document: {}, kind: "role" }, 'the kind is "role"; identity, trust, resource are known'],
  ])("says of the line %j what is wrong with it", async (line, error) => {
    expect(await answer(line)).toEqual({ id: null, error, findings: [], ...unreadable });
  });

  it("answers any JSON and any text", async () => {
    const element = fc.oneof(fc.jsonValue(), fc.string({ unit: "binary" }), fc.constant("iam:*"), fc.constant("Allow"));
    const statement = fc.dictionary(
      fc.constantFrom(
        "Effect",
        "Action",
        "NotAction",
        "Resource",
        "NotResource",
        "Condition",
        "Principal",
        "__proto__",
      ),
      fc.oneof(element, fc.array(element, { maxLength: 2 })),
    );
    const document = fc.oneof(
      element,
      fc.record({ Statement: fc.oneof(statement, fc.array(statement, { maxLength: 3 })) }),
    );
    await fc.assert(
      fc.asyncProperty(document, document, async (one, boundary) => {
        const { escalates } = await answer({ documents: [one, JSON.stringify(one)], boundary });
        expect([true, false, null]).toContain(escalates);
      }),
      { numRuns: 10_000 },
    );
  });
});
